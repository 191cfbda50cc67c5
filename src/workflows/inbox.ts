import {
  CancellationScope,
  ChildWorkflowCancellationType,
  log,
  ParentClosePolicy,
  startChild,
  workflowInfo,
  type ChildWorkflowHandle,
  type Workflow,
} from '@temporalio/workflow';
import { isOpenTask, type HumanTask } from '../shared/human-tasks';
import { TASK_CHANGED_SIGNAL, TASK_MEMO, TASK_WORKFLOW, type InboxTask } from '../shared/inbox';
import type { ProcessSpec } from '../shared/process-contract';
import { businessKeyOf, identityOptions, processKey } from '../shared/run-identity';
import { summaryOf } from '../shared/summary';
import { childId } from './call';
import { taskAttributes } from './task-attributes';

/** Longer inputs stay with the run: who works on the task asks it. In characters of JSON. */
const MAX_INPUT = 8000;

type Child = ChildWorkflowHandle<Workflow> | undefined;

interface Entry {
  version: number;
  /** What it was told is on its way in this order; undefined if it could not be started. */
  child: Promise<Child>;
}

/**
 * Keeps a child workflow for each open human task, by which lists find it; only when the server knows the search
 * attributes, for without them nothing could be found. The run has the say: the child is told of every change, ends with
 * the task, and is terminated with the run. What goes wrong with it is logged, and the task goes on without it.
 *
 * Temporal calls: `startChild`, and a signal for each change.
 */
export class Inbox {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly process: ProcessSpec) {}

  /** Whether the run's tasks have workflows of their own. */
  get isOn(): boolean {
    return this.process.inbox === true && workflowInfo().typedSearchAttributes.get(processKey) !== undefined;
  }

  /** A task was opened, changed or closed. */
  tell(task: HumanTask): void {
    const entry = this.#entries.get(task.id);
    if (entry) {
      entry.version += 1;
      const now = inboxTask(task, this.process, entry.version);
      entry.child = after(entry.child, (child) => child.signal(TASK_CHANGED_SIGNAL, now));
    } else if (isOpenTask(task)) {
      const child = shielded(() => start(inboxTask(task, this.process, 0)));
      this.#entries.set(task.id, { version: 0, child });
    }
  }

  /** Resolves when the child of a task that is closed has ended. */
  async closed(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    await after(entry.child, (child) => child.result());
  }
}

function start(first: InboxTask): Promise<Child> {
  const { task, run } = first;
  const businessKey = businessKeyOf(workflowInfo());
  return startChild(TASK_WORKFLOW, {
    workflowId: childId(task.id),
    staticSummary: summaryOf(task.name, businessKey),
    cancellationType: ChildWorkflowCancellationType.ABANDON,
    parentClosePolicy: ParentClosePolicy.TERMINATE,
    ...identityOptions({
      type: run.type,
      businessKey,
      registered: true,
      typedSearchAttributes: taskAttributes(task).flatMap(({ key, value }) =>
        value === null ? [] : [{ key, value } as never],
      ),
      memo: { [TASK_MEMO]: first },
    }),
    args: [first],
  });
}

/** Lists show it without asking anybody, so it must be small. */
function inboxTask(
  { comments: _, input, ...task }: HumanTask,
  process: ProcessSpec,
  version: number,
): InboxTask {
  const { workflowId, runId } = workflowInfo();
  const isSmall = input !== undefined && JSON.stringify(input).length <= MAX_INPUT;
  return {
    task: { ...task, ...(isSmall && { input }) },
    run: { workflowId, runId, type: process.type },
    version,
  };
}

/** Goes on when what was begun before has been done, also while the run is being cancelled. */
function after(before: Promise<Child>, act: (child: NonNullable<Child>) => Promise<unknown>): Promise<Child> {
  return before.then((child) =>
    shielded(async () => {
      if (child) await act(child);
      return child;
    }, child),
  );
}

async function shielded(act: () => Promise<Child>, otherwise?: Child): Promise<Child> {
  try {
    return await CancellationScope.nonCancellable(act);
  } catch (error) {
    log.warn('The workflow of a human task is out of step', { error: String(error) });
    return otherwise;
  }
}
