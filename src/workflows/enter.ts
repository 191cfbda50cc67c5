import type { z } from 'zod';
import { invalidOutput } from '../shared/misfit';
import type { InputOf, OutputOf, ProcessSpec, VariablesOf } from '../shared/process-contract';
import type { Schema } from '../shared/schema';
import type { StartEventOf } from '../shared/start-event';
import { CallEscalations } from './call-escalations';
import { callIn, type CallFunction } from './call';
import { adHocIn, type AdHocFunction } from './ad-hoc';
import { cancelIn, type CancelFunction } from './cancel-event';
import { compensationIn, type CompensationFunctions } from './compensation';
import { OpenTasksAttribute, showDetails } from './display';
import { escalateIn, type EscalateFunction } from './escalation';
import { ConditionBoard } from './conditions';
import { checked } from './failures';
import { forEachIn, type ForEachFunction } from './for-each';
import { Frame } from './frame';
import { guardIn, type GuardFunction } from './guard';
import { handleBuiltIns, handlersIn, type HandlerFunctions } from './handlers';
import { assignTo, type AssignFunction } from './local';
import { Mailbox } from './mailbox';
import { messageTriggers, type MessageTriggerFunctions } from './message-triggers';
import { Outside } from './outside';
import { ProgressLog } from './progress';
import { begin, type Run } from './run';
import { scopeIn, type ScopeFunction } from './scope';
import { scriptIn, type ScriptFunction } from './script';
import { SignalBoard } from './signals';
import { startEventOfRun } from './start-event';
import { TaskBoard } from './task-board';
import { taskIn, type TaskFunction } from './task';
import { tokensIn, type TokenFunctions } from './tokens';
import { terminateIn, type TerminateFunction } from './terminate';
import { throwsIn, type ThrowFunctions } from './throws';
import { userTaskIn, type UserTaskFunction } from './user-task';
import { waitsIn, type WaitFunctions } from './wait';

/** What a workflow function works with. Everything belongs to this one run. */
export interface ProcessRun<P extends ProcessSpec>
  extends
    WaitFunctions,
    MessageTriggerFunctions<P>,
    ThrowFunctions,
    CompensationFunctions,
    HandlerFunctions<P>,
    TokenFunctions {
  /** The variables of the process: the input, defaults filled in. Change them as you like. */
  readonly vars: VariablesOf<P>;
  /**
   * The start event at which this run began, of those that the contract names. A start that leaves it open which of
   * several is meant fails the run with `InvalidInput`.
   */
  readonly startEvent: StartEventOf<P>;
  readonly assign: AssignFunction<VariablesOf<P>>;
  readonly task: TaskFunction;
  readonly call: CallFunction;
  readonly userTask: UserTaskFunction<P>;
  readonly guard: GuardFunction;
  readonly forEach: ForEachFunction;
  readonly scope: ScopeFunction;
  readonly adHoc: AdHocFunction;
  readonly script: ScriptFunction;
  readonly terminate: TerminateFunction;
  readonly escalate: EscalateFunction;
  readonly cancel: CancelFunction;
  /** Records an element that does nothing by itself. Ends a body that was interrupted. Temporal calls: none. */
  pass(id: string): void;
  /**
   * Records how the process ended, and returns the run's result: the given one, checked against the contract's
   * `output`, or the variables where the contract has none.
   *
   * @example
   * return end('Shipped', { orderId, receipt });
   */
  end(id: string, ...result: P['output'] extends Schema ? [result: z.input<P['output']>] : []): OutputOf<P>;
}

/**
 * Begins a run: checks the input against the contract (a bad one fails the run with `InvalidInput`), sets up the
 * handlers that every run has, and returns what the workflow function works with. Call it first, once, before anything
 * is awaited.
 *
 * Temporal calls: `setHandler` for the signal `baton.message`, the queries `baton.tasks` and `baton.progress` and the
 * updates `baton.task.*`; `setCurrentDetails` as the run goes on. Nothing of it reaches the history. Any other call of
 * `@temporalio/workflow` may be used beside it.
 *
 * @example
 * export async function orderFulfilment(input: Order): Promise<Receipt> {
 *   const { vars, task, end } = enter(orderContract, input);
 *   const { receipt } = await task('Charge', activities.chargeCard, vars);
 *   return end('Shipped', { receipt });
 * }
 */
export function enter<const P extends ProcessSpec>(process: P, input: InputOf<P>): ProcessRun<P> {
  const vars = checked(process.input, input ?? {}, `process ${process.type}`) as Record<string, unknown>;
  const openTasks = new OpenTasksAttribute();
  const progress: ProgressLog = new ProgressLog(() => show());
  const tasks: TaskBoard = new TaskBoard(process, () => {
    show();
    openTasks.update(tasks.openTasks);
  });
  const show = () => showDetails(process, progress.active, tasks.openTasks);
  const run: Run = {
    process,
    vars,
    root: new Frame(''),
    progress,
    mailbox: new Mailbox(process),
    signals: new SignalBoard(),
    outside: new Outside(process),
    conditions: new ConditionBoard(),
    tasks,
    escalations: new CallEscalations(),
  };
  handleBuiltIns(run);
  const scope = scopeIn(run);

  return {
    vars: vars as VariablesOf<P>,
    get startEvent() {
      return startEventOfRun(process) as StartEventOf<P>;
    },
    assign: assignTo(vars as VariablesOf<P>),
    task: taskIn(run),
    call: callIn(run),
    userTask: userTaskIn(run),
    guard: guardIn(run),
    forEach: forEachIn(run),
    scope,
    adHoc: adHocIn(run, scope),
    script: scriptIn(run),
    terminate: terminateIn(run),
    escalate: escalateIn(run),
    cancel: cancelIn(run),
    ...messageTriggers<P>(),
    ...throwsIn(run),
    pass: (id) => {
      begin(run);
      progress.pass(id);
    },
    end: (id, ...[result]) => {
      const output = process.output
        ? checked(process.output, result, `process ${process.type}, end '${id}'`, invalidOutput)
        : vars;
      progress.pass(id);
      return output as OutputOf<P>;
    },
    ...tokensIn(run),
    ...waitsIn(run),
    ...compensationIn(run),
    ...handlersIn<P>(run),
  };
}
