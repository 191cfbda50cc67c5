import type { Entry } from './entry';

/** Problems of the flow graph: sequence flows, gateways, starts and ends. */
export const flow = {
  'flow-end-missing': {
    severity: 'error',
    message: 'The {element} has no {attribute}.',
    why: 'A sequence flow leads from one element to another.',
    fix: 'Connect both ends, or remove the flow.',
  },
  'flow-crosses-scope': {
    severity: 'error',
    message: 'The {element} leads from {source} to {target}, out of one process or sub-process into another.',
    why: 'Sequence flows stay within their process or sub-process; between pools only messages travel.',
    fix: 'End the flow at the border: connect the sub-process itself, or send a message.',
  },
  'flow-source-not-allowed': {
    severity: 'error',
    message: 'The {element} must not have outgoing sequence flows.',
    why: 'It ends its path, or never lies on one, so the flow could never be taken.',
    fix: 'Remove the flow, or let it start at another element.',
  },
  'flow-target-not-allowed': {
    severity: 'error',
    message: 'The {element} must not have incoming sequence flows.',
    why: 'It begins a path of its own when its event happens; nothing can lead to it.',
    fix: 'Let the flow lead to the element after it, or remove the flow.',
  },
  'flow-missing': {
    severity: 'strict',
    message: 'The {element} has no {direction} sequence flow.',
    why: 'Without an incoming flow it never happens, nor does what is behind it. Without an outgoing one its path breaks off, where others show their end.',
    fix: 'Connect it, or remove it.',
  },
  'flow-not-listed': {
    severity: 'strict',
    message: 'The {element} does not list the {flow} among its {direction} flows.',
    why: 'What the elements of this file list and what the flows say contradict each other, so one of them is wrong.',
    fix: 'Correct the <incoming> and <outgoing> of the element, or save the diagram again from its editor.',
  },
  'flow-listed-elsewhere': {
    severity: 'strict',
    message: 'The {element} lists the {flow} among its {direction} flows, but the flow says otherwise.',
    why: 'What the element lists and what the flow says contradict each other, so one of them is wrong.',
    fix: 'Correct the <incoming> and <outgoing> of the element, or save the diagram again from its editor.',
  },
  'flow-immediate': {
    severity: 'strict',
    message: 'The {element} has isImmediate="false".',
    why: 'In an executable process nothing can happen between two elements that the diagram does not show.',
    fix: 'Remove the attribute.',
  },
  'flow-single-conditional': {
    severity: 'strict',
    message: 'The {element} is the only one that leaves the {source}, and has a condition.',
    why: 'If the condition is false there is nowhere to go.',
    fix: 'Remove the condition, or add another flow for when it is false.',
  },
  'condition-not-allowed': {
    severity: 'strict',
    message: 'The condition of the {element} has no place there, and is ignored: {reason}.',
    why: 'BPMN allows no conditions behind start events and parallel gateways. The flow is taken whatever the condition says.',
    fix: 'Remove the condition, or let the flow leave an exclusive or inclusive gateway.',
  },
  'condition-ignored': {
    severity: 'warning',
    message: 'The condition of the {element} is ignored: {reason}.',
    why: 'The flow is taken whatever the condition says, which may not be what was meant.',
    fix: 'Remove the condition, or let the flow leave an exclusive or inclusive gateway.',
  },
  'condition-missing': {
    severity: 'warning',
    message: 'The {element} leaves the {source} without a condition and is not its default flow.',
    why: 'It is always taken when it is reached; the flows after it in the file are never even looked at.',
    fix: 'Give it a condition, or make it the default flow.',
  },
  'gateway-no-default': {
    severity: 'warning',
    message: 'The {element} has no default flow, and its conditions may all be false.',
    why: "Then the run fails with NoFlowTaken. Two conditions that are plainly each other's opposite need no default.",
    fix: 'Make one of its outgoing flows the default, if the conditions do not cover every case.',
  },
  'default-flow-foreign': {
    severity: 'error',
    message: 'The default flow "{flow}" of the {element} does not leave it.',
    why: 'The default is the flow that is taken when no other one of the same element is.',
    fix: 'Choose one of the outgoing flows as default.',
  },
  'gateway-direction': {
    severity: 'strict',
    message:
      'The {element} is marked as {direction}, but has {incoming} incoming and {outgoing} outgoing flows.',
    why: 'The mark and the flows contradict each other: a converging gateway has one outgoing flow at most, a diverging one one incoming flow at most, a mixed one several of both.',
    fix: 'Correct the flows, or set gatewayDirection="Unspecified".',
  },
  'gateway-useless': {
    severity: 'strict',
    message: 'The {element} has {incoming} incoming and {outgoing} outgoing flows.',
    why: 'A gateway joins several flows or splits into several; with one of each, or none, it does neither.',
    fix: 'Connect the missing flows, or remove the gateway.',
  },
  'start-event-missing': {
    severity: 'error',
    message: 'The {element} has no start: every element in it has incoming flows.',
    why: 'Nothing would ever run.',
    fix: 'Add a start event.',
  },
  'start-event-several': {
    severity: 'error',
    message: 'The {element} has {count} start events without a trigger.',
    why: 'A sub-process begins when a flow reaches it, which says nothing of where in it; of a process, who starts it says at which start event.',
    fix: "Keep one, and lead its flow to the others' targets.",
  },
  'start-trigger-same': {
    severity: 'error',
    message: 'The {element} is started by the {trigger}, which starts another one of the same process.',
    why: 'When it comes, nothing says at which of the two the process is to begin.',
    fix: 'Keep one of them, or give them different messages or signals.',
  },
  'start-event-absent': {
    severity: 'strict',
    message: 'The {element} has an end event, but no start event.',
    why: 'BPMN allows to leave out both or neither, so that it is clear where it begins.',
    fix: 'Add a start event before the first element.',
  },
  'end-event-missing': {
    severity: 'strict',
    message: 'The {element} has a start event, but no end event.',
    why: 'BPMN allows to leave out both or neither, so that it is clear where paths are meant to end.',
    fix: 'Add an end event after the last element of each path.',
  },
  'element-unreachable': {
    severity: 'warning',
    message: 'The {element} can never be reached.',
    why: 'No path leads from a start to it, so it never runs.',
    fix: 'Connect it, or remove it.',
  },
} as const satisfies Record<string, Entry>;
