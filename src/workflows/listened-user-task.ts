import { CancellationScope, condition, isCancellation } from '@temporalio/workflow';
import type { HumanTask } from '../shared/human-tasks';
import { armable } from './armable';
import { EventWatch } from './event-watch';
import { local } from './local';
import type { Run } from './run';
import { release, type TaskEvent } from './task-board';
import { ListenersOf, type Denial, type TaskListeners } from './task-listeners';
import type { MutableTask } from './task-rules';
import { timer } from './triggers';

/** What listeners have not heard yet; a timeout by its place in the list. */
type Heard = { readonly event: TaskEvent; readonly before: HumanTask } | { readonly timeout: number };

interface Listened {
  readonly on: TaskListeners;
  readonly vars: Record<string, unknown>;
}

/** A human task with listeners: they run one at a time, in the order in which things happened. Gives its result. */
export async function listened(run: Run, task: MutableTask, { on, vars }: Listened): Promise<unknown> {
  const { tasks } = run;
  const { id } = task;
  const listeners = new ListenersOf(run, on, task, () => tasks.touched(id));
  const times = await armable(run, timeoutsOf(task, on));
  // Somebody whom the diagram names, and a listener does not want.
  if (await listeners.hear('create', vars)) release(task);

  let heard: Heard[] = [];
  tasks.open(task, (event, before) => heard.push({ event, before }));
  const timeouts = new EventWatch(run, times, {
    interrupt: () => undefined,
    beside: ({ index }) => heard.push({ timeout: index }),
  });
  timeouts.arm();
  const takeBack = async (before: HumanTask, { reason }: Denial) => {
    // What stands for a task in lists has ended with its completion; a task that is open again gets another one.
    if (tasks.isCompleted(id)) await run.inbox.closed(id);
    tasks.restore(id, before, reason);
  };
  try {
    for (;;) {
      await condition(() => heard.length > 0 || tasks.isCompleted(id) || timeouts.failure !== undefined);
      if (timeouts.failure) throw timeouts.failure.error;
      const next = heard.shift();
      if (next === undefined) {
        const done = await completed(listeners, tasks.resultOf(id), vars);
        if (!done.denial) return done.result;
        await takeBack(tasks.uncompleted(id) ?? task, done.denial);
      } else if ('timeout' in next) {
        if (!tasks.isCompleted(id)) await listeners.timeOut(next.timeout, vars);
      } else {
        const denial = await listeners.hear(next.event, vars);
        if (!denial) continue;
        // What was done to it since has begun with what is taken back.
        heard = heard.filter((one) => 'timeout' in one);
        await takeBack(next.before, denial);
      }
    }
  } catch (error) {
    const isOpen = !tasks.isCompleted(id);
    tasks.cancel(id);
    if (isOpen && isCancellation(error))
      await CancellationScope.nonCancellable(() => listeners.hear('delete', vars));
    throw error;
  } finally {
    await timeouts.disarm();
  }
}

function timeoutsOf({ element }: MutableTask, on: TaskListeners) {
  return (on.timeout ?? []).map(({ at }, index) => ({
    id: `${element}:timeout${index === 0 ? '' : index + 1}`,
    trigger: timer(at),
    interrupting: false,
    index,
  }));
}

/** Listeners of the completion see what it brought among the variables, and may change it, or deny the completion. */
async function completed(
  listeners: ListenersOf,
  result: unknown,
  vars: Record<string, unknown>,
): Promise<{ readonly result: unknown; readonly denial: Denial | undefined }> {
  if (typeof result !== 'object' || result === null)
    return { denial: await listeners.hear('complete', vars), result };
  const seen = local(vars, result) as Record<string, unknown>;
  const denial = await listeners.hear('complete', seen);
  return { denial, result: Object.fromEntries(Object.keys(result).map((name) => [name, seen[name]])) };
}
