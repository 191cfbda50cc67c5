/** Small drawings in the middle of events and in the corners of tasks; each around 0,0 and about 18 wide. */

const envelope = (open: boolean) =>
  open
    ? '<rect x="-9" y="-6" width="18" height="12" class="line"/><path d="M-9,-6 L0,1 L9,-6" class="line"/>'
    : '<rect x="-9" y="-6" width="18" height="12" class="full"/><path d="M-9,-6 L0,1 L9,-6" class="gap"/>';

const shape = (path: string, open: boolean) => `<path d="${path}" class="${open ? 'line' : 'full'}"/>`;

/** What an event is about, by its definition; `open` for those that catch, filled for those that throw. */
export const eventIcons: Readonly<Record<string, (open: boolean) => string>> = {
  MessageEventDefinition: envelope,
  TimerEventDefinition: () => '<circle r="10" class="line"/><path d="M0,-7 L0,0 L5,2" class="line"/>',
  ErrorEventDefinition: (open) => shape('M-9,8 L-4,-8 L3,2 L9,-9 L4,8 L-3,-1 Z', open),
  EscalationEventDefinition: (open) => shape('M0,-9 L7,9 L0,3 L-7,9 Z', open),
  CompensateEventDefinition: (open) => shape('M0,-7 L0,7 L-9,0 Z M9,-7 L9,7 L0,0 Z', open),
  SignalEventDefinition: (open) => shape('M0,-9 L9,7 L-9,7 Z', open),
  CancelEventDefinition: (open) =>
    shape('M-9,-6 L-6,-9 L0,-3 L6,-9 L9,-6 L3,0 L9,6 L6,9 L0,3 L-6,9 L-9,6 L-3,0 Z', open),
  ConditionalEventDefinition: () =>
    '<rect x="-7" y="-9" width="14" height="18" class="line"/><path d="M-4,-5 H4 M-4,0 H4 M-4,5 H4" class="line"/>',
  LinkEventDefinition: (open) => shape('M-9,-4 H2 V-8 L10,0 L2,8 V4 H-9 Z', open),
  TerminateEventDefinition: () => '<circle r="9" class="full"/>',
};

/** What decides at a gateway. */
export const gatewayIcons: Readonly<Record<string, string>> = {
  ExclusiveGateway: '<path d="M-7,-8 L7,8 M7,-8 L-7,8" class="thick"/>',
  ParallelGateway: '<path d="M-11,0 H11 M0,-11 V11" class="thick"/>',
  InclusiveGateway: '<circle r="11" class="thick"/>',
  ComplexGateway: '<path d="M-11,0 H11 M0,-11 V11 M-8,-8 L8,8 M8,-8 L-8,8" class="thick"/>',
  EventBasedGateway:
    '<circle r="13" class="line"/><circle r="10" class="line"/><path d="M0,-7 L7,-2 L4,6 L-4,6 L-7,-2 Z" class="line"/>',
};

/** Who does a task. */
export const taskIcons: Readonly<Record<string, string>> = {
  UserTask:
    '<circle cy="-4" r="4" class="line"/><path d="M-8,9 V5 Q-8,1 -3,1 H3 Q8,1 8,5 V9 Z" class="line"/>',
  ManualTask: '<path d="M-8,-2 H2 V-6 H4 V-2 H8 V7 H-8 Z" class="line"/>',
  ServiceTask:
    '<circle r="3" class="line"/><circle r="7" class="line"/><path d="M0,-7 V-10 M0,7 V10 M-7,0 H-10 M7,0 H10 M-5,-5 L-7,-7 M5,5 L7,7 M5,-5 L7,-7 M-5,5 L-7,7" class="thick"/>',
  SendTask: envelope(false),
  ReceiveTask: envelope(true),
  ScriptTask:
    '<rect x="-7" y="-9" width="14" height="18" class="line"/><path d="M-4,-5 H4 M-4,-1 H4 M-4,3 H4" class="line"/>',
  BusinessRuleTask:
    '<rect x="-9" y="-7" width="18" height="14" class="line"/><path d="M-9,-3 H9 M-9,2 H9 M-4,-3 V7" class="line"/>',
};

/** How an activity is done; in its lower edge. */
export const markers = {
  parallel: '<path d="M-4,-6 V6 M0,-6 V6 M4,-6 V6" class="thick"/>',
  sequential: '<path d="M-6,-4 H6 M-6,0 H6 M-6,4 H6" class="thick"/>',
  loop: '<path d="M-3,6 A6,6 0 1 1 3,6 M-3,6 L-7,6 M-3,6 L-3,2" class="line"/>',
  compensation: '<path d="M0,-5 L0,5 L-7,0 Z M7,-5 L7,5 L0,0 Z" class="line"/>',
  adHoc: '<path d="M-7,2 Q-3,-5 0,0 T7,-2" class="thick"/>',
  collapsed:
    '<rect x="-6" y="-6" width="12" height="12" class="line"/><path d="M-4,0 H4 M0,-4 V4" class="line"/>',
} as const;
