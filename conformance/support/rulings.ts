/** Where the standard is vague, engines differ, or Temporal sets a limit: what Baton does. */
export const RULINGS: readonly (readonly [subject: string, ruling: string])[] = [
  ['Parallel join', 'Takes one token from each incoming flow. Two tokens on one flow do not fire it.'],
  [
    'Inclusive join',
    'Goes on when no token in its scope can still reach it by a flow that has none. Tested after every move.',
  ],
  ['Complex gateway', 'Counts tokens as the standard says, with the phase of resetting.'],
  ['Implicit merge', 'Passes each token on: what follows runs once for each.'],
  [
    'Order of conditions',
    'That of the sequence flows in the file, the default last. No match and no default fails with `NoFlowTaken`.',
  ],
  [
    'Several start events',
    'Each is a beginning of its own: by its message, signal or time, or by `startEvent` of a start. Without it the one without a trigger is meant.',
  ],
  [
    'Start by several events together',
    'The first of them starts the run, which waits for the others. Messages with a correlation key have one run for each key at a time; a signal starts no run where some wait for it at the start.',
  ],
  [
    'What is left open',
    'A timer without a time, or a multi-instance without a number, takes it from a variable, which a warning names. A loop without a condition and maximum is done once.',
  ],
  [
    'Expression languages',
    'FEEL, JUEL, JavaScript and XPath, by `language`, else by the mark (`=`, `${…}`, `bpmn:getDataObject(…)`), else by the dialect; plain BPMN without a mark is FEEL.',
  ],
  ['Terminate', 'Ends the innermost process or sub-process instance, and runs no handlers.'],
  ['A join that starves', 'Leaves the run waiting. The compiler warns of what it can see, and compiles it.'],
  [
    'Throwing',
    'First every branch of the run reaches its next wait; then what is thrown is delivered in the run, then outside. If that interrupts the thrower, nothing behind the throw runs.',
  ],
  [
    'Messages',
    'A thrown message has one receiver: the oldest wait that matches, else one start, else it is kept until its time to live ends. Signals reach all who wait, and are not kept.',
  ],
  [
    'Send task',
    'Throws its message if it names one, or a message flow leads to another process of the file, and it names no implementation; otherwise it calls an activity.',
  ],
  [
    'Conditional events',
    'Looked at when they are armed, and after each change of a variable they can see; they fire when they become true. While a variable that they read is not there they do not hold. In Camunda 7 `camunda:variableName` with `variableEvents` says which changes count.',
  ],
  [
    'Escalation',
    'The innermost catcher wins, also through call activities: the called process waits until the caller has taken it. Uncaught it has no effect.',
  ],
  ['Errors', 'The innermost catcher wins. Technical failures are caught only where the diagram names them.'],
  [
    'Behaviour of multi-instances',
    'What instances throw implicitly reaches only boundary events of the activity, and does not cancel it.',
  ],
  [
    'Standard loop',
    '`loopCounter` begins with 0 in Camunda 7 and Flowable, with 1 elsewhere. `loopMaximum` ends it.',
  ],
  [
    'Compensation',
    'Each completion registers its handler once; latest first; with the variables of its scope as they were then.',
  ],
  [
    'Ad-hoc sub-process',
    'Without performer, list and completion condition all its activities begin at once, and it ends when they are done.',
  ],
  [
    'Variables',
    'An inner scope sees the outer ones. A write goes to the nearest scope that declares the name, else to the process.',
  ],
  [
    'Data of calls',
    'Camunda 7 passes what `camunda:in` and `camunda:out` say, Camunda 8 everything unless switched off, plain BPMN what its data associations say.',
  ],
  [
    'Data of events',
    'The fields of a payload, or the variables of an error, go into the variables, each where its name is declared. With output mappings (of Camunda 8, or data associations) only what they say does; in Camunda 7 they come on top.',
  ],
  [
    'Inputs',
    "Camunda's input mappings are there before boundary events are armed: timers and conditions see them, in Camunda 8 also names of messages and signals, but not correlation keys. Those of a multi-instance are each instance's own, which its boundary events do not see.",
  ],
  ['Expressions', 'One that fails, fails the step with its element and cause. It is never quietly null.'],
];
