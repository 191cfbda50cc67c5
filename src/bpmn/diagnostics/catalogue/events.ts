import type { Entry } from './entry';

/** Problems of events, messages, and of sub-processes and activities of special kinds. */
export const events = {
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
  'event-not-connected': {
    severity: 'strict',
    message: 'The {element} has no {direction} sequence flow.',
    why: 'An intermediate event lies between two elements; without a flow it can never happen, or leads nowhere.',
    fix: 'Connect it, or make it a start or end event.',
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
    severity: 'error',
    message: 'The {element} is a multi-instance without a number of instances and without a collection.',
    why: 'How often it is to be done is not said.',
    fix: 'Give it a loop cardinality or an input collection.',
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
  'participant-multiplicity': {
    severity: 'strict',
    message: 'The multiplicity of the {element} has the minimum {value}.',
    why: 'There cannot be fewer than no participants.',
    fix: 'Use 0 or more.',
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
} as const satisfies Record<string, Entry>;
