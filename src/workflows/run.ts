import { isCancellation, workflowInfo } from '@temporalio/workflow';
import { elementName } from '../shared/element-name';
import type { ProcessSpec } from '../shared/process-contract';
import type { Arrivals } from './arrivals';
import type { ArmedTimers } from './armed-timers';
import type { CallEscalations } from './call-escalations';
import type { ConditionBoard } from './conditions';
import type { GatheredEvents } from './gathered';
import type { Continuation } from './continuation';
import { currentFrame, type Frame } from './frame';
import { stopIfInterrupted, unlessInterrupted } from './interruption';
import type { Inbox } from './inbox';
import type { IncidentBoard } from './incident-board';
import type { Mailbox } from './mailbox';
import type { Outside } from './outside';
import type { ProgressLog } from './progress';
import type { SignalBoard } from './signals';
import type { TaskBoard } from './task-board';
import type { VariableWatch } from './variable-changes';

/** Everything Baton keeps of one run. Made by `enter`, passed to every helper: nothing lives in a module. */
export interface Run {
  readonly process: ProcessSpec;
  readonly vars: Record<string, unknown>;
  readonly root: Frame;
  readonly progress: ProgressLog;
  readonly arrivals: Arrivals;
  readonly mailbox: Mailbox;
  readonly signals: SignalBoard;
  readonly outside: Outside;
  readonly conditions: ConditionBoard;
  readonly tasks: TaskBoard;
  readonly inbox: Inbox;
  readonly escalations: CallEscalations;
  readonly continuation: Continuation;
  readonly timers: ArmedTimers;
  readonly gathered: GatheredEvents;
  /** Functions that undo activities of the process, by activity: those that another run can take over. */
  readonly undo: Readonly<Record<string, () => Promise<unknown>>>;
  /** In a run that does a part of another one: which variables it has changed. */
  readonly changes: VariableWatch | undefined;
  readonly incidents: IncidentBoard;
  /** Failures that somebody has let go on: they stop at no other incident on their way out. */
  readonly givenUp: WeakSet<object>;
}

/** What people call an element: its name in the diagram or the contract, else its id. */
export function nameOf(process: ProcessSpec, element: string): string {
  return elementName(process, element) ?? element;
}

/** Whether another process has called this one. A run that does a part of another one is called as that is. */
export function isCalled({ continuation: { part } }: Run): boolean {
  return part ? part.called === true : workflowInfo().parent !== undefined;
}

/** Before anything is done for an element: the changes before it may have made conditions true that interrupt it. */
export function begin({ process, conditions, continuation }: Run): void {
  continuation.passOver(process);
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
  } catch (cause) {
    const error = unlessInterrupted(cause);
    step.close(isCancellation(error) ? 'cancelled' : 'failed');
    throw error;
  }
}
