import type { Stage } from './stage';
import { isTimer, type Trigger } from './triggers';

/** What comes from outside comes, to as many as there are that wait for it. */
export function happen(stage: Stage, trigger: Trigger, waiting = 1): void {
  if (trigger === 'signal') return stage.broadcast('Sig');
  for (let i = 0; i < waiting; i += 1) {
    if (isTimer(trigger)) stage.fire();
    else stage.message('Msg');
  }
  if (trigger === 'parallel multiple') stage.broadcast('Sig');
}

/** Completes what is open at an element now. */
export function finish(stage: Stage, element: string, result: object = {}): void {
  for (const work of stage.open((id) => id === element)) stage.complete(work, result);
}

/** A tick makes the condition of conditional events true. */
export function tick(stage: Stage): void {
  stage.complete(stage.open((id) => id.startsWith('Tick'))[0]!, { go: true });
}
