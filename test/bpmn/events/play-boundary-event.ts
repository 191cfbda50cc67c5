import { KINDS, type BoundaryEvent } from './boundary-event';
import { finish, happen, tick } from './happen';
import type { Expected } from './observed';
import type { Stage } from './stage';
import { isError, isEscalation } from './triggers';

/** Lets the event happen as often as it is to happen, and everything else end. */
export function playBoundaryEvent(stage: Stage, it: BoundaryEvent): void {
  const { kind, trigger } = it;
  const { by, instances = 1 } = KINDS[kind]!;
  for (let round = 0; round < roundsOf(it); round += 1) {
    const work = stage.open(isWork);
    if (isError(trigger)) stage.fail(work[0]!, 'e');
    else if (isEscalation(trigger)) {
      // What is in the activity has thrown it before its work.
      if (by === 'call') stage.escalate(work[round % work.length]!, 'y');
    } else if (trigger === 'conditional') tick(stage);
    else happen(stage, trigger);
    finish(stage, 'Handle', { go: false });
  }
  // What is done one after another is done in as many steps, and may happen to something after each.
  for (let again = 0; again < 2 * instances && !stage.run.outcome; again += 1) {
    finishWork(stage, kind);
    finish(stage, 'Handle', { go: false });
  }
}

export function finishWork(stage: Stage, kind: string): void {
  for (const work of stage.open(isWork)) stage.complete(work);
  for (const humanTask of stage.humanTasks) stage.completeTask(humanTask);
  if (kind === 'receive task') stage.message('Msg2');
}

export function expectedOfBoundaryEvent(it: BoundaryEvent): Expected {
  const fired = roundsOf(it);
  const after = it.interrupting && it.times > 0 ? 0 : 1;
  return { On: fired, Handle: fired, Handled: fired, After: after, Over: after };
}

/** Every instance tells of its own escalations, if the first does not end all. */
function roundsOf({ kind, trigger, interrupting, times }: BoundaryEvent): number {
  return isEscalation(trigger) && !interrupting ? times * (KINDS[kind]!.instances ?? 1) : times;
}

const isWork = (id: string) => id === 'A' || id === 'Inner';
