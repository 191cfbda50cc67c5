import { PLACES, type EventSubProcess } from './event-sub-process';
import { finish, happen, tick } from './happen';
import type { Expected } from './observed';
import type { Stage } from './stage';
import { isError, isEscalation } from './triggers';

/** Lets the event happen as often as it is to happen in each instance, and everything else end. */
export function playEventSubProcess(stage: Stage, it: EventSubProcess): void {
  const { place, times } = it;
  const { instances, parallel } = PLACES[place];
  const atOnce = parallel ? instances : 1;
  if (place === 'event sub-process') stage.message('Msg2');
  for (let batch = 0; batch < instances / atOnce; batch += 1) {
    for (let round = 0; round < times; round += 1) {
      once(stage, it, atOnce);
      finish(stage, 'Handle', { go: false });
    }
    // Of what is done one after another the work of the next one would be open by now.
    if (!isInterrupted(it)) finish(stage, 'Work');
  }
  // One is undone after another.
  for (let left = instances; left > 0; left -= 1) finish(stage, 'Handle');
  finish(stage, 'Main');
}

export function expectedOfEventSubProcess(it: EventSubProcess): Expected {
  const { trigger, place, times } = it;
  const { instances } = PLACES[place];
  const fired = instances * (trigger === 'compensation' ? Math.min(times, 1) : times);
  const over = place === 'process' ? {} : { Over: 1 };
  return { On: fired, Handle: fired, Handled: fired, After: isInterrupted(it) ? 0 : instances, ...over };
}

/** What is undone has been completed before. */
function isInterrupted({ trigger, interrupting, times }: EventSubProcess): boolean {
  return interrupting && times > 0 && trigger !== 'compensation';
}

/** Once in each of the instances that are there. */
function once(stage: Stage, { trigger }: EventSubProcess, instances: number): void {
  if (isEscalation(trigger) || trigger === 'compensation') return; // events of the diagram throw it
  if (isError(trigger)) for (const work of stage.open((id) => id === 'Work')) stage.fail(work, 'e');
  else if (trigger === 'conditional') {
    tick(stage); // whoever changes the variable, all see it
    const others = stage.open((id) => id.startsWith('Tick')).slice(0, instances - 1);
    for (const work of others) stage.complete(work);
  } else happen(stage, trigger, instances);
}
