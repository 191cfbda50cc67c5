import { finish, happen, tick } from './happen';
import type { Expected } from './observed';
import type { Stage } from './stage';
import {
  diagram,
  isError,
  isEscalation,
  isTimer,
  mostTimes,
  parallelAttribute,
  path,
  service,
  TRIGGERS,
  type Trigger,
} from './triggers';

const TURNS = 4;

/** An event sub-process of a process that loops, and goes on in a new run at every turn. */
export interface GoingOn {
  readonly trigger: Trigger;
  readonly interrupting: boolean;
  /** It happens in the first so many turns. */
  readonly times: number;
}

/** All that may be drawn. */
export function goingOn(): GoingOn[] {
  const triggers = (Object.keys(TRIGGERS) as Trigger[]).filter((trigger) => trigger !== 'compensation');
  return triggers.flatMap((trigger) =>
    (isError(trigger) ? [true] : [true, false]).flatMap((interrupting) => {
      const most = mostTimes(trigger, interrupting);
      const times = isEscalation(trigger) ? [interrupting ? 1 : TURNS] : Array.from(Array(most + 1).keys());
      return times.map((n) => ({ trigger, interrupting, times: n }));
    }),
  );
}

export function drawGoingOn({ trigger, interrupting }: GoingOn): string {
  const first = isEscalation(trigger) ? 'Throw' : 'Tick';
  const firstXml = isEscalation(trigger)
    ? '<intermediateThrowEvent id="Throw"><escalationEventDefinition escalationRef="Y"/></intermediateThrowEvent>'
    : service('Tick');
  return diagram(
    [
      `<startEvent id="Start"/><exclusiveGateway id="Again"/>${firstXml}${service('Work')}`,
      '<exclusiveGateway id="Enough" default="F_Enough_After"/><task id="After"/><endEvent id="Over"/>',
      path('Start', 'Again', first, 'Work', 'Enough', 'After', 'Over'),
      '<sequenceFlow id="Back" sourceRef="Enough" targetRef="Again"><conditionExpression xsi:type="tFormalExpression">=again</conditionExpression></sequenceFlow>',
      '<subProcess id="Handler" triggeredByEvent="true">',
      `<startEvent id="On" isInterrupting="${interrupting}"${parallelAttribute(trigger)}>${TRIGGERS[trigger]}</startEvent>`,
      `${service('Handle')}<endEvent id="Handled"/>${path('On', 'Handle', 'Handled')}</subProcess>`,
    ].join(''),
  );
}

export function playGoingOn(stage: Stage, { trigger, interrupting, times }: GoingOn): void {
  for (let turn = 0; turn < TURNS && !stage.run.outcome; turn += 1) {
    if (trigger === 'conditional' && turn < times) tick(stage);
    finish(stage, 'Tick');
    if (turn < times) {
      if (isError(trigger)) stage.fail(stage.open((id) => id === 'Work')[0]!, 'e');
      else if (!isEscalation(trigger) && trigger !== 'conditional') happen(stage, trigger);
    }
    finish(stage, 'Handle', { go: false });
    // One that has fired for the last time is not set again in a later run.
    const isSet = isTimer(trigger) && Math.min(times, turn + 1) < mostTimes(trigger, interrupting);
    expect(stage.run.open.filter(({ kind }) => kind === 'timer')).toHaveLength(isSet ? 1 : 0);
    finish(stage, 'Work', { again: turn < TURNS - 1 });
  }
  // The first one goes on before the first turn, unless it has to register for a signal.
  if (!interrupting || times === 0) expect(stage.run.runs).toBeGreaterThanOrEqual(TURNS);
}

export function expectedOfGoingOn({ trigger, interrupting, times }: GoingOn): Expected {
  const isInterrupted = interrupting && times > 0;
  const turns = isInterrupted ? 1 : TURNS;
  return {
    On: times,
    Handle: times,
    ...(isEscalation(trigger) ? { Throw: turns } : { Tick: turns }),
    After: isInterrupted ? 0 : 1,
  };
}
