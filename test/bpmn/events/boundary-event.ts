import { diagram, isEscalation, mostTimes, parallelAttribute, path, service, several } from './triggers';
import { isError, TRIGGERS, TWICE, type Trigger } from './triggers';

interface Kind {
  /** What stands in the element, given what comes before the work in it. */
  readonly draw: (before: readonly string[]) => string;
  /** How often it is done. */
  readonly instances?: 2;
  /** How it can fail or tell something: by itself, by what is in it, by a called process. */
  readonly by?: 'activity' | 'content' | 'call';
  /** It waits for nothing, so no event from outside finds it. */
  readonly instant?: true;
}

const TYPE = '<extensionElements><zeebe:taskDefinition type="work"/></extensionElements>';
const element = (name: string, attributes = '', content = '') =>
  `<${name} id="A"${attributes}>${content}</${name}>`;
const content = (before: readonly string[]) =>
  [
    `<startEvent id="Begin"/>${before.map((id) => THROW(id)).join('')}${service('Inner')}<endEvent id="End"/>`,
    path('Begin', ...before, 'Inner', 'End'),
  ].join('');
const THROW = (id: string) =>
  `<intermediateThrowEvent id="${id}"><escalationEventDefinition escalationRef="Y"/></intermediateThrowEvent>`;
const adHoc = (before: readonly string[]) =>
  `${before.map((id) => THROW(id)).join('')}${service('Inner')}${path(...before, 'Inner')}`;
const scope = (name: string, repeated = ''): Kind => ({
  draw: (before) => element(name, '', `${content(before)}${repeated}`),
  by: 'content',
  ...(repeated !== '' && { instances: 2 }),
});
const task = (name: string, repeated = ''): Kind => ({
  draw: () => element(name, '', `${TYPE}${repeated}`),
  by: 'activity',
  ...(repeated !== '' && { instances: 2 }),
});
const user = (repeated = ''): Kind => ({
  draw: () => element('userTask', '', repeated),
  ...(repeated !== '' && { instances: 2 }),
});
const call = (repeated = ''): Kind => ({
  draw: () => element('callActivity', ' calledElement="Other"', repeated),
  by: 'call',
  ...(repeated !== '' && { instances: 2 }),
});

/** Activities that boundary events are put on. */
export const KINDS: Readonly<Record<string, Kind>> = {
  'service task': task('serviceTask'),
  'send task': task('sendTask'),
  'business rule task': task('businessRuleTask'),
  'user task': user(),
  'receive task': { draw: () => element('receiveTask', ' messageRef="M2"') },
  'send task by message': { draw: () => element('sendTask', ' messageRef="M2"'), instant: true },
  'script task': {
    draw: () => element('scriptTask', ' scriptFormat="javascript"', '<script>1 + 1</script>'),
    instant: true,
  },
  'manual task': { draw: () => element('manualTask'), instant: true },
  task: { draw: () => element('task'), instant: true },
  'call activity': call(),
  'sub-process': scope('subProcess'),
  transaction: scope('transaction'),
  'ad-hoc sub-process': { draw: (before) => element('adHocSubProcess', '', adHoc(before)), by: 'content' },
  'parallel service tasks': task('serviceTask', several(false)),
  'sequential service tasks': task('serviceTask', several(true)),
  'repeated service task': task('serviceTask', TWICE),
  'parallel user tasks': user(several(false)),
  'repeated user task': user(TWICE),
  'parallel calls': call(several(false)),
  'sequential calls': call(several(true)),
  'repeated call': call(TWICE),
  'parallel sub-processes': scope('subProcess', several(false)),
  'sequential sub-processes': scope('subProcess', several(true)),
  'repeated sub-process': scope('subProcess', TWICE),
  'parallel ad-hoc sub-processes': {
    draw: (before) => element('adHocSubProcess', '', `${adHoc(before)}${several(false)}`),
    by: 'content',
    instances: 2,
  },
};

/** A boundary event on an activity, and how often it happens. */
export interface BoundaryEvent {
  readonly kind: string;
  readonly trigger: Trigger;
  readonly interrupting: boolean;
  readonly times: number;
}

/** All that may be drawn. */
export function boundaryEvents(): BoundaryEvent[] {
  const all: BoundaryEvent[] = [];
  for (const [kind, { instant, by }] of Object.entries(KINDS)) {
    for (const trigger of Object.keys(TRIGGERS) as Trigger[]) {
      if (trigger === 'compensation') continue;
      const happens = isError(trigger) ? by : !isEscalation(trigger) || by === 'content' || by === 'call';
      for (const interrupting of isError(trigger) ? [true] : [true, false]) {
        const most = instant || !happens ? 0 : mostTimes(trigger, interrupting);
        for (let times = 0; times <= most; times += 1) all.push({ kind, trigger, interrupting, times });
      }
    }
  }
  return all;
}

/** Beside the activity there are ticks, which change variables, as many as the event is to happen. */
export function drawBoundaryEvent({ kind, trigger, interrupting, times }: BoundaryEvent): string {
  const { draw, by } = KINDS[kind]!;
  const numbers = Array.from({ length: times }, (_, i) => i);
  const before = isEscalation(trigger) && by === 'content' ? numbers.map((i) => `Throw_${i}`) : [];
  const ticks = trigger === 'conditional' ? numbers.map((i) => `Tick_${i}`) : [];
  return diagram(
    [
      '<startEvent id="Start"/><parallelGateway id="Fork"/><task id="After"/><endEvent id="Over"/><endEvent id="Ticked"/>',
      draw(before),
      `<boundaryEvent id="On" attachedToRef="A" cancelActivity="${interrupting}"${parallelAttribute(trigger)}>${TRIGGERS[trigger]}</boundaryEvent>`,
      `${service('Handle')}<endEvent id="Handled"/>${ticks.map((id) => service(id)).join('')}`,
      path('Start', 'Fork', 'A', 'After', 'Over'),
      path('Fork', ...ticks, 'Ticked'),
      path('On', 'Handle', 'Handled'),
    ].join(''),
  );
}
