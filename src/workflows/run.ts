import { isCancellation } from '@temporalio/workflow';
import type { ProcessSpec } from '../shared/process-contract';
import type { CallEscalations } from './call-escalations';
import type { ConditionBoard } from './conditions';
import { currentFrame, type Frame } from './frame';
import { stopIfInterrupted } from './interruption';
import type { Mailbox } from './mailbox';
import type { Outside } from './outside';
import type { ProgressLog } from './progress';
import type { SignalBoard } from './signals';
import type { TaskBoard } from './task-board';

/** Everything Baton keeps of one run. Made by `enter`, passed to every helper: nothing lives in a module. */
export interface Run {
  readonly process: ProcessSpec;
  readonly vars: Record<string, unknown>;
  readonly root: Frame;
  readonly progress: ProgressLog;
  readonly mailbox: Mailbox;
  readonly signals: SignalBoard;
  readonly outside: Outside;
  readonly conditions: ConditionBoard;
  readonly tasks: TaskBoard;
  readonly escalations: CallEscalations;
}

/** What people call an element: its name in the diagram or the contract, else its id. */
export function nameOf(process: ProcessSpec, element: string): string {
  return process.tasks?.[element]?.name ?? process.elements?.[element]?.name ?? element;
}

/** Before anything is done for an element: the changes before it may have made conditions true that interrupt it. */
export function begin({ conditions }: Run): void {
  conditions.check();
  stopIfInterrupted();
}

/** Runs `body` as one visit of `element`, under a key taken before anything is awaited. */
export async function visit<T>(run: Run, element: string, body: (key: string) => Promise<T>): Promise<T> {
  begin(run);
  const key = currentFrame(run.root).nextKey(element);
  const step = run.progress.enter(element);
  try {
    const result = await body(key);
    step.close('completed');
    return result;
  } catch (error) {
    step.close(isCancellation(error) ? 'cancelled' : 'failed');
    throw error;
  }
}
