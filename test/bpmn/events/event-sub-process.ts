import { diagram, isEscalation, mostTimes, parallelAttribute, path, service, several } from './triggers';
import { isError, TRIGGERS, TWICE, type Trigger } from './triggers';

/** How often the scope with the event sub-process is there, and whether that is at the same time. */
export const PLACES = {
  process: { instances: 1, parallel: false },
  'sub-process': { instances: 1, parallel: false },
  transaction: { instances: 1, parallel: false },
  'ad-hoc sub-process': { instances: 1, parallel: false },
  'event sub-process': { instances: 1, parallel: false },
  'parallel instances': { instances: 2, parallel: true },
  'sequential instances': { instances: 2, parallel: false },
  loop: { instances: 2, parallel: false },
} as const;

export type Place = keyof typeof PLACES;

/** An event sub-process in a scope, and how often its event happens in each instance of the scope. */
export interface EventSubProcess {
  readonly trigger: Trigger;
  readonly interrupting: boolean;
  readonly place: Place;
  readonly times: number;
}

/** All that may be drawn. */
export function eventSubProcesses(): EventSubProcess[] {
  const all: EventSubProcess[] = [];
  for (const place of Object.keys(PLACES) as Place[]) {
    for (const trigger of Object.keys(TRIGGERS) as Trigger[]) {
      if (trigger === 'compensation' && (place === 'process' || place === 'event sub-process')) continue;
      for (const interrupting of [true, false]) {
        if (!interrupting && (isError(trigger) || trigger === 'compensation')) continue;
        const most = trigger === 'compensation' ? 2 : mostTimes(trigger, interrupting);
        for (let times = 0; times <= most; times += 1) all.push({ trigger, interrupting, place, times });
      }
    }
  }
  return all;
}

/** Before its work a scope has ticks, which change variables, and throws, as many as the event is to happen. */
export function drawEventSubProcess({ trigger, interrupting, place, times }: EventSubProcess): string {
  const before = Array.from({ length: times }, (_, i) => {
    if (trigger === 'conditional') return { id: `Tick_${i}`, xml: service(`Tick_${i}`) };
    if (!isEscalation(trigger)) return undefined;
    const xml = `<intermediateThrowEvent id="Throw_${i}"><escalationEventDefinition escalationRef="Y"/></intermediateThrowEvent>`;
    return { id: `Throw_${i}`, xml };
  }).filter((node) => node !== undefined);
  const steps = [...before, { id: 'Work', xml: service('Work') }, { id: 'After', xml: '<task id="After"/>' }];
  const handler = [
    '<subProcess id="Handler" triggeredByEvent="true">',
    `<startEvent id="On" isInterrupting="${interrupting}"${parallelAttribute(trigger)}>${TRIGGERS[trigger]}</startEvent>`,
    `${service('Handle')}<endEvent id="Handled"/>${path('On', 'Handle', 'Handled')}</subProcess>`,
  ].join('');
  const isAdHoc = place === 'ad-hoc sub-process';
  const ids = steps.map(({ id }) => id);
  const scope = [
    ...(isAdHoc ? [] : ['<startEvent id="Begin"/><endEvent id="End"/>']),
    ...steps.map(({ xml }) => xml),
    path(...(isAdHoc ? ids : ['Begin', ...ids, 'End'])),
    handler,
  ].join('');
  return diagram(around(place, scope, trigger === 'compensation' ? times : 0));
}

function around(place: Place, scope: string, undone: number): string {
  if (place === 'process') return scope;
  if (place === 'event sub-process') {
    return [
      `<startEvent id="Start"/>${service('Main')}<endEvent id="Over"/>${path('Start', 'Main', 'Over')}`,
      '<subProcess id="Outer" triggeredByEvent="true">',
      '<startEvent id="OuterOn" isInterrupting="false"><messageEventDefinition messageRef="M2"/></startEvent>',
      `<subProcess id="Sub">${scope}</subProcess><endEvent id="OuterEnd"/>${path('OuterOn', 'Sub', 'OuterEnd')}`,
      '</subProcess>',
    ].join('');
  }
  const element =
    { transaction: 'transaction', 'ad-hoc sub-process': 'adHocSubProcess' }[place as string] ?? 'subProcess';
  const repeated =
    { 'parallel instances': several(false), 'sequential instances': several(true), loop: TWICE }[
      place as string
    ] ?? '';
  const undo = Array.from({ length: undone }, (_, i) => `Undo_${i}`);
  return [
    `<startEvent id="Start"/><endEvent id="Over"/><${element} id="Sub">${scope}${repeated}</${element}>`,
    ...undo.map(
      (id) =>
        `<intermediateThrowEvent id="${id}"><compensateEventDefinition activityRef="Sub"/></intermediateThrowEvent>`,
    ),
    path('Start', 'Sub', ...undo, 'Over'),
  ].join('');
}
