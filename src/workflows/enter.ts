import { CancellationScope } from '@temporalio/workflow';
import type { z } from 'zod';
import { invalidOutput } from '../shared/misfit';
import { SEARCH_ATTRIBUTES } from '../shared/names';
import {
  inputSchemaOf,
  type InputOf,
  type OutputOf,
  type ProcessSpec,
  type VariablesOf,
} from '../shared/process-contract';
import type { Schema } from '../shared/schema';
import type { StartEventOf } from '../shared/start-event';
import type { Continued } from '../shared/continuation';
import { Arrivals } from './arrivals';
import { ArmedTimers } from './armed-timers';
import { attemptIn, type AttemptFunctions } from './attempt';
import { CallEscalations } from './call-escalations';
import { callIn, type CallFunction } from './call';
import { adHocIn, type AdHocFunction } from './ad-hoc';
import { cancelIn, type CancelFunction } from './cancel-event';
import {
  compensationIn,
  registeredBefore,
  type CompensationFunctions,
  type UndoFunctions,
} from './compensation';
import { decisionIn, type DecisionFunction } from './decision-step';
import { ElementsAttribute, showDetails } from './display';
import { escalateIn, type EscalateFunction } from './escalation';
import { ConditionBoard } from './conditions';
import { Continuation } from './continuation';
import { withDates } from './dates';
import { checked, checkedFields } from './failures';
import { forEachIn, type ForEachFunction } from './for-each';
import { Frame } from './frame';
import { GatheredEvents } from './gathered';
import { guardIn, type GuardFunction } from './guard';
import { handleBuiltIns, handlersIn, type HandlerFunctions } from './handlers';
import { assignTo, type AssignFunction } from './local';
import { IncidentBoard } from './incident-board';
import { Inbox } from './inbox';
import { handleInspection } from './inspection';
import { lastWords } from './last-words';
import { letOthersGoOn } from './let-others-go-on';
import { Mailbox } from './mailbox';
import { messageTriggers, type MessageTriggerFunctions } from './message-triggers';
import { Outside } from './outside';
import { partsIn, type PartFunctions } from './part';
import { ProgressLog } from './progress';
import { begin, type Run } from './run';
import { scopeIn, type ScopeFunction } from './scope';
import { scriptIn, type ScriptFunction } from './script';
import { SignalBoard } from './signals';
import { startEventOfRun } from './start-event';
import { TaskBoard } from './task-board';
import { taskIn, type TaskFunction } from './task';
import { tokensIn, type TokenFunctions } from './tokens';
import { turnIn, type TurnFunction } from './turn';
import { terminateIn, type TerminateFunction } from './terminate';
import { throwsIn, type ThrowFunctions } from './throws';
import { VariableWatch } from './variable-changes';
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
    PartFunctions<P>,
    AttemptFunctions,
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
  readonly decision: DecisionFunction;
  readonly terminate: TerminateFunction;
  readonly escalate: EscalateFunction;
  readonly cancel: CancelFunction;
  readonly turn: TurnFunction;
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
 * Begins a run, or goes on with one: checks the input against the contract (a bad one fails the run with `InvalidInput`), sets up the
 * handlers that every run has, and returns what the workflow function works with. Call it first, once, before anything
 * is awaited.
 *
 * Temporal calls: `setHandler` for the signal `baton.message`, the queries `baton.tasks`, `baton.incidents` and
 * `baton.progress`, and the updates `baton.task.*` and `baton.incident.*`; `setCurrentDetails` as the run goes on.
 * Nothing of it reaches the history. Any other call of `@temporalio/workflow` may be used beside it.
 *
 * @param continued - second argument of the workflow function, for one that may go on in another run: see `turn`. The
 *   input then holds the variables as they were.
 * @param undo - of such a function: what undoes activities of the process itself, by activity. Each is what
 *   `compensateWith` is given for it, so that work done in an earlier run can still be undone.
 * @example
 * export async function orderFulfilment(input: Order): Promise<Receipt> {
 *   const { vars, task, end } = enter(orderContract, input);
 *   const { receipt } = await task('Charge', activities.chargeCard, vars);
 *   return end('Shipped', { receipt });
 * }
 */
export function enter<const P extends ProcessSpec>(
  process: P,
  input: InputOf<P>,
  continued?: Continued,
  undo: UndoFunctions = {},
): ProcessRun<P> {
  const { state = {}, part } = continued ?? {};
  const vars = (
    continued
      ? withDates(input ?? {}, state.dates)
      : checkedFields(inputSchemaOf(process), input ?? {}, `process ${process.type}`)
  ) as Record<string, unknown>;
  const openTasks = new ElementsAttribute(SEARCH_ATTRIBUTES.openTasks);
  const withIncidents = new ElementsAttribute(SEARCH_ATTRIBUTES.incident);
  const progress: ProgressLog = new ProgressLog(() => show(), state.progress);
  const inbox = new Inbox(process);
  const tasks: TaskBoard = new TaskBoard(process, (task) => {
    show();
    if (inbox.isOn) inbox.tell(task);
    else openTasks.update(tasks.openTasks);
  });
  const incidents: IncidentBoard = new IncidentBoard(process, () => {
    show();
    withIncidents.update(incidents.openIncidents);
  });
  const show = () => showDetails(process, progress.position, tasks.openTasks, incidents.openIncidents);
  const run: Run = {
    process,
    vars,
    root: new Frame(part?.path ?? '', { errors: part?.errors }),
    progress,
    arrivals: new Arrivals(() => CancellationScope.nonCancellable(() => letOthersGoOn(run)), lastWords()),
    mailbox: new Mailbox(process, state.mailbox),
    signals: new SignalBoard(state.heard),
    outside: new Outside(process, state.outside),
    conditions: new ConditionBoard(state.held),
    tasks,
    inbox,
    escalations: new CallEscalations(),
    continuation: new Continuation(continued),
    timers: new ArmedTimers(state.timers),
    gathered: new GatheredEvents(state.gathered),
    undo,
    changes: part && new VariableWatch(vars),
    incidents,
    givenUp: new WeakSet(),
  };
  run.root.countFrom(state.occurrences ?? {});
  for (const id of state.compensations ?? []) run.root.compensations.push(registeredBefore(id, run));
  handleBuiltIns(run);
  handleInspection(run);
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
    decision: decisionIn(run),
    terminate: terminateIn(run),
    escalate: escalateIn(run),
    cancel: cancelIn(run),
    turn: turnIn(run),
    ...partsIn<P>(run),
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
    ...attemptIn(run),
    ...tokensIn(run),
    ...waitsIn(run),
    ...compensationIn(run),
    ...handlersIn<P>(run),
  };
}
