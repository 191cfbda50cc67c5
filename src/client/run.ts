import type { WorkflowHandle } from '@temporalio/client';
import type { History } from '@temporalio/common/lib/proto-utils';
import { INCIDENTS_QUERY, MESSAGE_SIGNAL, PROGRESS_QUERY, TASKS_QUERY } from '../shared/names';
import type { HumanTask } from '../shared/human-tasks';
import type { Incident } from '../shared/incidents';
import type { MessageEnvelope, Progress } from '../shared/wire';
import { checkInput, checkName, checkVariables } from './check-input';
import type { ClientContext } from './context';
import { explained } from './explain';
import { followRun, type FollowOptions } from './follow';
import { describeExecution, type RunDescription } from './list';
import {
  contractOf,
  typeOf,
  type AnswerOf,
  type NameIn,
  type Optional,
  type PayloadOf,
  type ProcessRef,
  type QuestionOf,
  type RunResult,
} from './process-types';
import type { Step } from './steps';
import { uiUrlOf } from './ui';

/** How a message finds its wait. */
export interface MessageOptions {
  /** Correlation key: only waits for the same key, or for none, take the message. */
  readonly key?: string;
  /** A message with name, key and id that the run has had already is dropped: send again without fear. */
  readonly id?: string;
}

/**
 * One run of a process, from `client.start` or `client.get`. Typed by the contract, or by the workflow function.
 * Temporal's own handle is `handle`.
 *
 * Errors of all methods: `ClientError` by code (`not-found`, `no-answer`, …), `ServerError` for the server's.
 */
export class ProcessRun<P = unknown> {
  /** Workflow id. */
  readonly id: string;
  /** Id of one run of the chain; undefined means the latest. */
  readonly runId: string | undefined;
  /** Whether the first workflow task came back with the start, without the detour by the task queue. */
  readonly eagerlyStarted: boolean;
  /** Temporal's handle of this run. */
  readonly handle: WorkflowHandle;
  readonly #context: ClientContext;
  readonly #process: ProcessRef | undefined;

  /** Made by `client.start` and `client.get`. */
  constructor(
    context: ClientContext,
    process: ProcessRef | undefined,
    run: { readonly handle: WorkflowHandle; readonly runId?: string; readonly eagerlyStarted?: boolean },
  ) {
    this.#context = context;
    this.#process = process;
    this.handle = run.handle;
    this.id = run.handle.workflowId;
    this.runId = run.runId;
    this.eagerlyStarted = run.eagerlyStarted ?? false;
  }

  /** The run's page in the Temporal UI, where the address of the UI is known. */
  get uiUrl(): string | undefined {
    return uiUrlOf(this.#context, this.id, this.runId);
  }

  /**
   * Waits for the end and returns the result, following continue-as-new. Temporal calls: `WorkflowHandle.result`
   * (long polls of `GetWorkflowExecutionHistory`).
   *
   * @throws ProcessFailedError when the run failed, was cancelled or terminated, or timed out
   */
  result(): Promise<RunResult<P>> {
    return this.#call(undefined, () => this.handle.result() as Promise<RunResult<P>>);
  }

  /**
   * Sends a message of the contract: to the run's oldest wait for it, now or later. The payload is checked first.
   * Temporal calls: `SignalWorkflowExecution` with the signal `baton.message`.
   *
   * @throws InvalidInputError when the name is not in the contract or the payload does not fit
   * @example
   * await run.message('Restocked', { quantity: 5 }, { key: 'SKU-1' });
   */
  async message<Name extends NameIn<P, 'messages'>>(
    name: Name,
    ...[payload, options]: Optional<PayloadOf<P, 'messages', Name>, [options?: MessageOptions]>
  ): Promise<void> {
    const { messages } = this.#contract ?? {};
    checkName(messages, name, 'Message');
    checkVariables(messages?.[name], payload, `Message "${name}"`);
    const envelope: MessageEnvelope = { name, ...options, ...(payload !== undefined && { payload }) };
    await this.#call(`message "${name}"`, () =>
      this.handle.signal<[MessageEnvelope]>(MESSAGE_SIGNAL, envelope),
    );
  }

  /**
   * Sends a Temporal signal; a payload in the contract is checked first. Temporal calls: `SignalWorkflowExecution`.
   *
   * @throws InvalidInputError when the name is not in the contract or the payload does not fit
   */
  async signal<Name extends NameIn<P, 'signals'>>(
    name: Name,
    ...[payload]: Optional<PayloadOf<P, 'signals', Name>>
  ): Promise<void> {
    const { signals } = this.#contract ?? {};
    checkName(signals, name, 'Signal');
    checkInput(signals?.[name], payload, `Signal "${name}"`);
    await this.#call(`signal "${name}"`, () => this.handle.signal<[unknown]>(name, payload));
  }

  /**
   * Asks the run's worker. Temporal calls: `QueryWorkflow`.
   *
   * @throws ClientError `no-answer` when no worker answers in time, or it does not know the query
   */
  async query<Name extends NameIn<P, 'queries'>>(
    name: Name,
    ...[input]: Optional<QuestionOf<P, 'queries', Name>>
  ): Promise<AnswerOf<P, 'queries', Name>> {
    const { queries } = this.#contract ?? {};
    checkName(queries, name, 'Query');
    checkInput(queries?.[name]?.input, input, `Input of query "${name}"`);
    return (await this.#ask(name, input)) as AnswerOf<P, 'queries', Name>;
  }

  /**
   * Changes the run and waits for its answer, as long as that takes. Temporal calls: `UpdateWorkflowExecution`.
   *
   * @throws InvalidInputError when the input does not fit; ClientError `refused` when the run does not want it
   */
  async update<Name extends NameIn<P, 'updates'>>(
    name: Name,
    ...[input]: Optional<QuestionOf<P, 'updates', Name>>
  ): Promise<AnswerOf<P, 'updates', Name>> {
    const { updates } = this.#contract ?? {};
    checkName(updates, name, 'Update');
    checkInput(updates?.[name]?.input, input, `Input of update "${name}"`);
    return this.#call(`update "${name}"`, () =>
      this.handle.executeUpdate<AnswerOf<P, 'updates', Name>, [unknown]>(name, { args: [input] }),
    );
  }

  /** All human tasks of the run, also closed ones. Temporal calls: `QueryWorkflow` (`baton.tasks`). */
  async tasks(): Promise<readonly HumanTask[]> {
    return (await this.#ask(TASKS_QUERY)) as readonly HumanTask[];
  }

  /** All incidents of the run, also closed ones. Temporal calls: `QueryWorkflow` (`baton.incidents`). */
  async incidents(): Promise<readonly Incident[]> {
    return (await this.#ask(INCIDENTS_QUERY)) as readonly Incident[];
  }

  /** Which elements were entered, how often, and which are active. Temporal calls: `QueryWorkflow` (`baton.progress`). */
  async progress(): Promise<Progress> {
    return (await this.#ask(PROGRESS_QUERY)) as Progress;
  }

  /** State, times, business key. Temporal calls: `DescribeWorkflowExecution`. */
  describe(): Promise<RunDescription> {
    return this.#call(undefined, async () => describeExecution(this.#context, await this.handle.describe()));
  }

  /**
   * Asks the run to stop: waits end, branches clean up, the result is a failure with outcome `cancelled`.
   * Nothing happens if it has ended. Temporal calls: `RequestCancelWorkflowExecution`.
   */
  async cancel(): Promise<void> {
    await this.#call('its cancellation', () => this.handle.cancel());
  }

  /** Ends the run at once; nothing is cleaned up. Temporal calls: `TerminateWorkflowExecution`. */
  async terminate(reason?: string): Promise<void> {
    await this.#call('its termination', () => this.handle.terminate(reason));
  }

  /**
   * The whole history, as Temporal's replay takes it. Temporal calls: `GetWorkflowExecutionHistory`, page by page.
   */
  history(): Promise<History> {
    return this.#call(undefined, () => this.handle.fetchHistory());
  }

  /**
   * The steps of the run as they happen, from the beginning to the end, also through continue-as-new. Temporal calls:
   * `GetWorkflowExecutionHistory` as a long poll; nothing is asked of the worker, and nothing repeatedly.
   * Human tasks have their names from the contract; without one a task goes by its element until somebody works on it.
   *
   * @example
   * for await (const step of run.follow()) console.log(step.at, step.name, step.state);
   */
  follow(options?: FollowOptions): AsyncIterable<Step> {
    const run = { workflowId: this.id, runId: this.runId, contract: this.#contract };
    return followRun(this.#context, run, options);
  }

  get #contract() {
    return contractOf(this.#process);
  }

  #ask(name: string, input?: unknown): Promise<unknown> {
    const args = input === undefined ? [] : [input];
    return this.#call(`query "${name}"`, () =>
      this.#context.answered(() => this.handle.query<unknown, unknown[]>(name, ...args)),
    );
  }

  #call<T>(call: string | undefined, work: () => Promise<T>): Promise<T> {
    return explained(
      {
        server: this.#context.server,
        workflowId: this.id,
        ...(this.#process !== undefined && { type: typeOf(this.#process) }),
        ...(call !== undefined && { call }),
      },
      work,
    );
  }
}
