/** Triggers of the product of events, and how they are drawn. */
export const TRIGGERS = {
  message: '<messageEventDefinition messageRef="M"/>',
  signal: '<signalEventDefinition signalRef="S"/>',
  duration: '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>',
  date: '<timerEventDefinition><timeDate>2030-01-01T00:00:00Z</timeDate></timerEventDefinition>',
  cycle: '<timerEventDefinition><timeCycle>R3/PT1H</timeCycle></timerEventDefinition>',
  conditional:
    '<conditionalEventDefinition><condition xsi:type="tFormalExpression">=go = true</condition></conditionalEventDefinition>',
  error: '<errorEventDefinition errorRef="X"/>',
  'any error': '<errorEventDefinition/>',
  escalation: '<escalationEventDefinition escalationRef="Y"/>',
  'any escalation': '<escalationEventDefinition/>',
  multiple: '<messageEventDefinition messageRef="M"/><signalEventDefinition signalRef="S"/>',
  'parallel multiple': '<messageEventDefinition messageRef="M"/><signalEventDefinition signalRef="S"/>',
  compensation: '<compensateEventDefinition/>',
} as const;

export type Trigger = keyof typeof TRIGGERS;

/** How often it can happen to one instance of what it is at. */
export function mostTimes(trigger: Trigger, interrupting: boolean): number {
  if (interrupting || trigger === 'duration' || trigger === 'date') return 1;
  return trigger === 'cycle' ? 3 : 2;
}

export const isError = (trigger: Trigger): boolean => trigger.endsWith('error');
export const isEscalation = (trigger: Trigger): boolean => trigger.endsWith('escalation');
export const isTimer = (trigger: Trigger): boolean => ['duration', 'date', 'cycle'].includes(trigger);

/** The attribute that an event with such triggers has. */
export const parallelAttribute = (trigger: Trigger): string =>
  trigger === 'parallel multiple' ? ' parallelMultiple="true"' : '';

const NAMESPACES = [
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
].join(' ');

/** A diagram with one process. */
export function diagram(body: string): string {
  const roots = [
    '<message id="M" name="Msg"/><message id="M2" name="Msg2"/><signal id="S" name="Sig"/>',
    '<error id="X" errorCode="e"/><escalation id="Y" escalationCode="y"/>',
  ].join('');
  return `<definitions ${NAMESPACES} id="D" targetNamespace="x">${roots}<process id="P" isExecutable="true">${body}</process></definitions>`;
}

/** A task that somebody outside does. */
export const service = (id: string, inside = ''): string =>
  `<serviceTask id="${id}"><extensionElements><zeebe:taskDefinition type="work"/></extensionElements>${inside}</serviceTask>`;

/** The nodes that the ids name are there already; these are the flows from each to the next. */
export const path = (...ids: readonly string[]): string =>
  ids
    .slice(1)
    .map((to, i) => `<sequenceFlow id="F_${ids[i]}_${to}" sourceRef="${ids[i]}" targetRef="${to}"/>`)
    .join('');

export const several = (sequential: boolean): string =>
  `<multiInstanceLoopCharacteristics isSequential="${sequential}"><loopCardinality>=2</loopCardinality></multiInstanceLoopCharacteristics>`;

export const TWICE =
  '<standardLoopCharacteristics loopMaximum="2"><loopCondition xsi:type="tFormalExpression">=true</loopCondition></standardLoopCharacteristics>';
