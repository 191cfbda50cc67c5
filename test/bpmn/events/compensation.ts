import { KINDS } from './boundary-event';
import { finish } from './happen';
import type { Expected } from './observed';
import { finishWork } from './play-boundary-event';
import type { Stage } from './stage';
import { diagram, path, service } from './triggers';

/** An activity that can be undone, and how often it is. */
export interface Undone {
  readonly kind: string;
  readonly times: number;
  /** Whether an event names it, or undoes all that was done. */
  readonly named: boolean;
}

/** All that may be drawn. */
export function undone(): Undone[] {
  return Object.keys(KINDS).flatMap((kind) =>
    [0, 1, 2].flatMap((times) => [true, false].map((named) => ({ kind, times, named }))),
  );
}

export function drawUndone({ kind, times, named }: Undone): string {
  const events = Array.from({ length: times }, (_, i) => `Undo_${i}`);
  const reference = named ? ' activityRef="A"' : '';
  return diagram(
    [
      `<startEvent id="Start"/>${KINDS[kind]!.draw([])}<endEvent id="Over"/>`,
      '<boundaryEvent id="On" attachedToRef="A"><compensateEventDefinition/></boundaryEvent>',
      service('Handle').replace('<serviceTask', '<serviceTask isForCompensation="true"'),
      '<association id="Association" associationDirection="One" sourceRef="On" targetRef="Handle"/>',
      ...events.map(
        (id) =>
          `<intermediateThrowEvent id="${id}"><compensateEventDefinition${reference}/></intermediateThrowEvent>`,
      ),
      path('Start', 'A', ...events, 'Over'),
    ].join(''),
  );
}

export function playUndone(stage: Stage, { kind }: Undone): void {
  const { instances = 1 } = KINDS[kind]!;
  for (let i = 0; i < instances; i += 1) finishWork(stage, kind);
  // One is undone after another.
  for (let i = 0; i < instances; i += 1) finish(stage, 'Handle');
}

/** Whatever was done is undone once. */
export function expectedOfUndone({ kind, times }: Undone): Expected {
  return { Handle: times === 0 ? 0 : (KINDS[kind]!.instances ?? 1), Over: 1 };
}
