import type { Entry } from './entry';

/** Problems of events, messages, and of sub-processes and activities of special kinds. */
export const events = {
  'initiator-unknown': {
    severity: 'warning',
    message: 'The variable "{variable}" of the {element} does not get the user who starts the process.',
    why: 'The engine puts the signed-in user there; a start on Temporal has none.',
    fix: 'Give the variable with the input of the start, if something in the process uses it.',
  },
  'event-definition-not-allowed': {
    severity: 'error',
    message: 'The {element} cannot have the trigger "{trigger}"; {allowed}.',
    why: 'BPMN gives no meaning to this combination.',
    fix: 'Choose another kind of event.',
  },
  'event-definition-missing': {
    severity: 'error',
    message: 'The {element} has no event definition.',
    why: 'What it waits for is not said, so it would never happen.',
    fix: 'Choose what it waits for: a timer, a message, an error and so on.',
  },
  'boundary-event-detached': {
    severity: 'error',
    message: 'The {element} is attached to no activity of its own process or sub-process.',
    why: 'A boundary event watches the activity it is attached to.',
    fix: 'Attach it to an activity beside it.',
  },
  'compensation-handler-missing': {
    severity: 'error',
    message: 'The {element} leads to no compensation handler.',
    why: 'It says what undoes the activity; without a handler nothing would be undone.',
    fix: 'Connect it by an association with an activity that is marked "for compensation".',
  },
  'compensation-never': {
    severity: 'warning',
    message: 'The {element} is for compensation, but nothing triggers it.',
    why: 'It is carried out when a compensation event (or, in a transaction, a cancel end event) undoes what it belongs to: one in the same process or sub-process, in an event sub-process there, or around it.',
    fix: 'Add a compensation throw or end event where the work is to be undone, or remove it.',
  },
  'cancel-boundary-missing': {
    severity: 'warning',
    message: 'The {element} can be cancelled, but has no cancel boundary event.',
    why: 'A cancel end event undoes the transaction, and the process goes on at the cancel boundary event of the transaction. Without one there is nowhere to go on, and the run fails with TransactionCancelled.',
    fix: 'Attach a cancel boundary event to the transaction and connect it, or let the transaction end in another way.',
  },
  'conditional-event-empty': {
    severity: 'error',
    message: 'The {element} has no condition.',
    why: 'It would never happen.',
    fix: 'Write the condition that it waits for.',
  },
  'conditional-event-informal': {
    severity: 'strict',
    message: 'The condition of the {element} is not marked as formal.',
    why: 'In executable processes conditions are formal expressions; words for people cannot be evaluated.',
    fix: 'Give <condition> the attribute xsi:type="bpmn:tFormalExpression".',
  },
  'link-unmatched': {
    severity: 'error',
    message: 'The {element} has no counterpart in its own process or sub-process.',
    why: 'A link is a sequence flow in two parts; where it continues is not said.',
    fix: 'Give the throwing and the catching link event the same name, and put them into the same process or sub-process.',
  },
  'link-repeated': {
    severity: 'error',
    message: 'The {element} is not the only one that catches the link "{name}".',
    why: 'Where the link continues cannot be known: several links may lead to one place, but not one to several.',
    fix: 'Rename one of them, or merge them into one.',
  },
  'link-contradiction': {
    severity: 'error',
    message: 'The {element} names a counterpart that names another one.',
    why: 'Where the link continues cannot be known.',
    fix: 'Let <target> and <source> of the two link events refer to each other.',
  },
  'event-gateway': {
    severity: 'error',
    message: 'The {element} {problem}.',
    why: 'An event-based gateway waits for the first of several events, so it needs at least two flows without conditions, each straight to an event or receive task that nothing else leads to.',
    fix: 'Correct the flows or events after the gateway.',
  },
  'event-gateway-parallel': {
    severity: 'strict',
    message: 'The {element} waits for all of its events, but does not start the process.',
    why: 'Only where several messages together start a process does an event-based gateway wait for all of them.',
    fix: 'Use a parallel gateway with the events behind it, or remove eventGatewayType.',
  },
  'receive-task-start': {
    severity: 'strict',
    message: 'The {element} starts the process, but is not the first in it.',
    why: 'A receive task with instantiate="true" has no incoming flow, or one that comes from a start event.',
    fix: 'Set instantiate="false", or remove its incoming flows.',
  },
  'escalation-code-missing': {
    severity: 'strict',
    message: 'The {element} throws an escalation without a code.',
    why: 'Escalations are caught by their code; this one is caught only where every escalation is.',
    fix: 'Let its event definition refer to an <escalation> with an escalationCode.',
  },
  'event-sub-process-start': {
    severity: 'error',
    message: 'The {element} has {count} start events; an event sub-process has exactly one.',
    why: 'Its start event says what starts it.',
    fix: 'Keep one start event, with the event that is to start the sub-process.',
  },
  'ad-hoc-content': {
    severity: 'error',
    message: 'The {element} {problem}.',
    why: 'People decide which of its activities are done and when it ends; start and end events would say the opposite.',
    fix: 'Put activities into it, without start and end events.',
  },
  'multi-instance-count': {
    severity: 'strict',
    message:
      'The {element} is a multi-instance without a number of instances and without a collection; the variable "{variable}" has the number.',
    why: 'How often it is to be done is not said, but a run has to know it.',
    fix: 'Give it a loop cardinality or an input collection.',
  },
  'loop-count': {
    severity: 'error',
    message: 'The {what} of the {element} is {value}.',
    why: 'It says how often the activity is carried out, which is a whole number, and not less than 0.',
    fix: 'Use a whole number of 0 or more, or an expression that gives one.',
  },
  'loop-endless': {
    severity: 'strict',
    message: 'The loop of the {element} has neither a condition nor a maximum, so it is done once.',
    why: 'BPMN lets a diagram leave open when a loop ends, but then it cannot be carried out.',
    fix: 'Give it a loop condition or a loopMaximum.',
  },
  'concurrency-invalid': {
    severity: 'error',
    message: 'The property baton.concurrency of the {element} is "{value}".',
    why: 'It says how many instances of the multi-instance there may be at a time, which is a whole number of 1 or more.',
    fix: 'Use a whole number of 1 or more, or remove the property: then there are all at once.',
  },
  'implicit-throw-interrupting': {
    severity: 'warning',
    message: 'The {element} interrupts nothing, though its cancelActivity is not false.',
    why: 'It catches what completed instances of its multi-instance throw, and that never cancels the instances. So that it means one thing only, the same event from elsewhere does not cancel them either.',
    fix: 'Set cancelActivity="false", which says what happens.',
  },
  'quantity-invalid': {
    severity: 'error',
    message: '{attribute} of the {element} is {value}.',
    why: 'It counts tokens that start the activity or leave it; below 1 it would never start or never go on.',
    fix: 'Use 1 or more.',
  },
  'called-process-start': {
    severity: 'error',
    message: 'The {element} calls the {called}, which has no start event without a trigger.',
    why: 'A called process starts at its plain start event; this one waits for events of its own only.',
    fix: 'Give the called process a plain start event.',
  },
  'message-reference-missing': {
    severity: 'strict',
    message: 'The {element} does not say which message it means.',
    why: 'Messages are delivered by name.',
    fix: 'Let its messageRef refer to a <message>.',
  },
  'operation-reference-missing': {
    severity: 'strict',
    message: 'The {element} does not say which operation of a service the message belongs to.',
    why: 'The standard asks for it in executable processes. Baton delivers messages by name and does without.',
    fix: 'Let its operationRef refer to an <operation>, or compile without --strict.',
  },
  'message-flow-ends': {
    severity: 'strict',
    message: 'The {element} {problem}.',
    why: 'Messages travel between participants: from what sends (tasks, throw and end events) to what receives (tasks, start and catch events).',
    fix: 'Correct the ends of the message flow.',
  },
  'message-flow-unsent': {
    severity: 'warning',
    message:
      'The {element} leaves the {source}, which sends nothing: what it leads to waits for somebody else to send it.',
    why: 'A message is sent by a throwing message event, a message end event or a send task. Plain, manual and user tasks send none; the line tells people alone.',
    fix: 'Make the task a send task, or put a throwing message event behind it; if somebody sends the message by hand or by a client, remove the message flow or let it begin at the pool.',
  },
  'participant-multiplicity': {
    severity: 'strict',
    message: 'The multiplicity of the {element} has {problem}.',
    why: 'There are at least none of a kind, at most one or more, and never more at least than at most.',
    fix: 'Correct the numbers, or remove <participantMultiplicity>.',
  },
  'process-public': {
    severity: 'strict',
    message: 'The {element} is marked as public and as executable.',
    why: 'A public process shows others only what concerns them, so it is not complete enough to be carried out.',
    fix: 'Set processType="Private", or remove the attribute.',
  },
  'script-format-missing': {
    severity: 'strict',
    message: 'The {element} does not say in which language its script is written.',
    why: 'A script can only be run in the right language.',
    fix: 'Give it a scriptFormat, such as "javascript" or "feel".',
  },
  'connector-input': {
    severity: 'error',
    message: 'The {element} asks its connector, by the input "{input}", for {problem}.',
    why: "Baton's workers have a REST and a GraphQL connector that do what Camunda's do with the same inputs, except for this.",
    fix: 'Remove the input, or give the task a type of its own and write the activity with the connectors of batonflow (docs/connectors.md).',
  },
  'start-conditional': {
    severity: 'error',
    message: 'The {element} starts the process by a condition and by something else.',
    why: 'A condition is asked of the variables with which somebody starts the process there; a message or signal starts it without a question.',
    fix: 'Draw a start event of its own for each of them; or, if both have to be so, an intermediate conditional event behind the start.',
  },
  'timer-start-irregular': {
    severity: 'error',
    message: 'The {element} starts the process by "{timer}", a rhythm that no schedule can keep.',
    why: 'A Temporal Schedule starts runs by the clock. It knows whole seconds, intervals of a fixed length, and days of the calendar.',
    fix: 'Use whole seconds, whole months alone (P1M), days or weeks in a time zone alone (P1D, P1W), or a cron expression.',
  },
  'timer-start-relative': {
    severity: 'warning',
    message:
      'The {element} starts the process by "{timer}", reckoned from when `baton deploy` first sees it.',
    why: 'Temporal deletes a schedule some days after its last start. A deployment after that takes the timer for a new one, and it begins again.',
    fix: 'Say from when on: 2030-01-31T12:00:00Z instead of a duration, R3/2030-01-31T12:00:00Z/PT1H instead of R3/PT1H.',
  },
} as const satisfies Record<string, Entry>;
