import { CancellationScope, condition, isCancellation } from '@temporalio/workflow';
import { armable } from './armable';
import { EventWatch } from './event-watch';
import { local } from './local';
import type { Run } from './run';
import type { TaskEvent } from './task-board';
import { ListenersOf, type TaskListeners } from './task-listeners';
import type { MutableTask } from './task-rules';
import { timer } from './triggers';

/** What listeners have not heard yet; a timeout by its place in the list. */
type Heard = TaskEvent | { readonly timeout: number };

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
  await listeners.hear('create', vars);

  const heard: Heard[] = [];
  tasks.open(task, (event) => heard.push(event));
  const timeouts = new EventWatch(run, times, {
    interrupt: () => undefined,
    beside: ({ index }) => heard.push({ timeout: index }),
  });
  timeouts.arm();
  try {
    for (;;) {
      await condition(() => heard.length > 0 || tasks.isCompleted(id) || timeouts.failure !== undefined);
      if (timeouts.failure) throw timeouts.failure.error;
      const event = heard.shift();
      if (event === undefined) break;
      if (typeof event === 'string') await listeners.hear(event, vars);
      else if (!tasks.isCompleted(id)) await listeners.timeOut(event.timeout, vars);
    }
  } catch (error) {
    tasks.cancel(id);
    if (isCancellation(error)) await CancellationScope.nonCancellable(() => listeners.hear('delete', vars));
    throw error;
  } finally {
    await timeouts.disarm();
  }
  return completed(listeners, tasks.resultOf(id), vars);
}

function timeoutsOf({ element }: MutableTask, on: TaskListeners) {
  return (on.timeout ?? []).map(({ at }, index) => ({
    id: `${element}:timeout${index === 0 ? '' : index + 1}`,
    trigger: timer(at),
    interrupting: false,
    index,
  }));
}

/** Listeners of the completion see what it brought among the variables, and may change it. */
async function completed(
  listeners: ListenersOf,
  result: unknown,
  vars: Record<string, unknown>,
): Promise<unknown> {
  if (typeof result !== 'object' || result === null) {
    await listeners.hear('complete', vars);
    return result;
  }
  const seen = local(vars, result) as Record<string, unknown>;
  await listeners.hear('complete', seen);
  return Object.fromEntries(Object.keys(result).map((name) => [name, seen[name]]));
}
