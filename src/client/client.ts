import type { Client } from '@temporalio/client';
import type { History } from '@temporalio/common/lib/proto-utils';
import { DEFAULT_TASK_QUEUE } from '../shared/names';
import { inputSchemaOf, type ProcessSpec } from '../shared/process-contract';
import type { ServerConnection } from '../temporal';
import type { Progress } from '../shared/wire';
import { ActivityCompletions } from './activities';
import { checkSize, checkVariables } from './check-input';
import { openClient, serverBehind, type ConnectOptions } from './connect';
import { ClientContext } from './context';
import { explained } from './explain';
import type { FollowOptions } from './follow';
import { IncidentClient } from './incidents';
import { overviewOf, type Overview, type OverviewOptions } from './overview';
import { listRuns, type ListOptions, type RunDescription, type RunInfo } from './list';
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
  type StartInput,
} from './process-types';
import { broadcast, publish, sending, type BroadcastOptions, type PublishOptions } from './publish';
import { ProcessRun, type MessageOptions } from './run';
import { ScheduleClient } from './schedules';
import { canStartEagerly, startOptions, type StartOptions } from './start';
import type { Step } from './steps';
import { TaskClient } from './tasks';
import { uiUrlOf } from './ui';

/** A Temporal client that is there already, and what Baton needs beside it. */
export type BatonClientOptions = Pick<ConnectOptions, 'taskQueue' | 'uiUrl' | 'answerTimeout'> & {
  readonly client: Client;
};

/**
 * Starts processes, talks to them, and looks at them: typed by contracts (or by workflow functions), with payloads
 * checked before anything is sent. Everything it does is a call of Temporal's own client, which is there as `client`.
 *
 * Errors are `ClientError`s, told apart by `code`, and `ServerError`s where the server is the problem.
 *
 * @example
 * const client = await connect();
 * const run = await client.start(orderFulfilment, { orderId: '17' }, { businessKey: '17' });
 * await run.message('Restocked', { quantity: 5 });
 * const { receipt } = await run.result();
 * await client.close();
 */
export class BatonClient implements AsyncDisposable {
  /** Temporal's own client. */
  readonly client: Client;
  /** Human tasks. */
  readonly tasks: TaskClient;
  /** Branches that have stopped at a failure. */
  readonly incidents: IncidentClient;
  /** Starts by the clock. */
  readonly schedules: ScheduleClient;
  /** Results for activities that wait for one from outside. */
  readonly activities: ActivityCompletions;
  readonly #context: ClientContext;
  readonly #ownsConnection: boolean;

  /**
   * For a raw client of @temporalio/client; {@link connect} is the short way.
   *
   * @param opened set by `connect`: where the connection leads that it opened, and `close` closes
   * @example
   * const client = new BatonClient({ client: new Client({ connection: worker.connection }) });
   */
  constructor(options: BatonClientOptions, opened?: ServerConnection) {
    this.client = options.client;
    this.#ownsConnection = opened !== undefined;
    this.#context = new ClientContext({
      client: options.client,
      server: opened ?? serverBehind(options.client),
      taskQueue: options.taskQueue ?? (process.env['BATON_TASK_QUEUE'] || DEFAULT_TASK_QUEUE),
      uiUrl: options.uiUrl ?? (process.env['BATON_UI_URL'] || undefined),
      answerTimeout: options.answerTimeout ?? 10_000,
    });
    this.tasks = new TaskClient(this.#context);
    this.incidents = new IncidentClient(this.#context);
    this.schedules = new ScheduleClient(this.#context);
    this.activities = new ActivityCompletions(this.#context);
  }

  /**
   * Starts a run. The input is checked against the contract first. The run is named in the UI by the process's name
   * and business key, and carries the search attributes `BatonProcess` and `BatonBusinessKey` where the server knows
   * them. On a connection shared with a worker it starts eagerly.
   * Temporal calls: `StartWorkflowExecution`; once per client `CountWorkflowExecutions`.
   *
   * @param process contract, workflow function, or workflow type
   * @throws InvalidInputError when the input does not fit (nothing is sent); ClientError `already-started`
   * @example
   * await client.start(orderFulfilment, { orderId: '17' }, { id: 'order-17', workflowExecutionTimeout: '30 days' });
   */
  async start<P extends ProcessRef = string>(
    process: P | string,
    ...[input, options = {}]: Optional<StartInput<P>, [options?: StartOptions]>
  ): Promise<ProcessRun<P>> {
    const { client, server } = this;
    const type = typeOf(process);
    const contract = contractOf(process);
    const subject = `Input of ${type}`;
    if (contract) checkVariables(inputSchemaOf(contract), input ?? {}, subject);
    else checkSize(input, subject); // a workflow of any kind, which takes what it takes
    const { registered } = await explained({ server }, () => this.#context.searchAttributes());
    const temporal = startOptions(process, options, {
      taskQueue: this.#context.taskQueue,
      attributes: registered,
    });
    const eager = canStartEagerly(client.connection, temporal);
    const handle = await explained({ server, workflowId: temporal.workflowId, type }, () =>
      client.workflow.start(type, {
        ...(eager && { requestEagerStart: true }),
        ...temporal,
        args: [input],
      }),
    );
    const { firstExecutionRunId: runId, eagerlyStarted } = handle;
    return new ProcessRun<P>(this.#context, process, { handle, runId, eagerlyStarted });
  }

  /**
   * Starts a run and waits for its result. Temporal calls and errors: those of `start` and `ProcessRun.result`.
   */
  async execute<P extends ProcessRef = string>(
    process: P | string,
    ...args: Optional<StartInput<P>, [options?: StartOptions]>
  ): Promise<RunResult<P>> {
    const run = await this.start<P>(process, ...args);
    return run.result();
  }

  /**
   * A run that was started elsewhere or earlier: the latest with this id, or one run of its chain. Typed by the
   * process, which may be left out. Temporal calls: none.
   */
  get<P extends ProcessRef = string>(
    process: P | string | undefined,
    id: string,
    runId?: string,
  ): ProcessRun<P> {
    const handle = this.client.workflow.getHandle(id, runId);
    return new ProcessRun<P>(this.#context, process, { handle, ...(runId !== undefined && { runId }) });
  }

  /** {@link ProcessRun.result} by id. */
  result<P extends ProcessRef = string>(process: P | string | undefined, id: string): Promise<RunResult<P>> {
    return this.get<P>(process, id).result();
  }

  /** {@link ProcessRun.message} by id. */
  message<P extends ProcessRef, Name extends NameIn<P, 'messages'>>(
    process: P | undefined,
    id: string,
    name: Name,
    ...args: Optional<PayloadOf<P, 'messages', Name>, [options?: MessageOptions]>
  ): Promise<void> {
    return this.get<P>(process, id).message(name, ...args);
  }

  /**
   * Publishes a message by name and key, without knowing its receiver: the oldest wait for it (`published`) gets it, else
   * it starts a process, else it is kept for a wait to come. With the contract of a process that takes it, name and
   * payload are typed and checked, and the deployment is the contract's.
   * Temporal calls: `SignalWithStartWorkflowExecution`.
   *
   * @throws InvalidInputError when the name is not in the contract or the payload does not fit; ClientError `too-large`
   * @example
   * await client.publish(orderFulfilment, 'Restocked', { quantity: 5 }, { key: 'SKU-1' });
   * await client.publish('Restocked', { quantity: 5 }, { key: 'SKU-1' });
   */
  publish<P extends ProcessSpec, Name extends NameIn<P, 'messages'>>(
    process: P,
    name: Name,
    ...args: Optional<PayloadOf<P, 'messages', Name>, [options?: PublishOptions]>
  ): Promise<void>;
  publish(name: string, payload?: unknown, options?: PublishOptions): Promise<void>;
  publish(first: ProcessSpec | string, ...rest: unknown[]): Promise<void> {
    return publish(this.#context, sending<PublishOptions>(first, rest));
  }

  /**
   * Broadcasts a BPMN signal: everyone in the deployment who waits for it now hears it, and processes that it starts are
   * started. With the contract of a process that hears it, name and payload are typed and checked.
   * Temporal calls: `SignalWithStartWorkflowExecution`, `SignalWorkflowExecution`.
   *
   * @throws InvalidInputError when the name is not in the contract or the payload does not fit; ClientError `too-large`
   * @example
   * await client.broadcast(orderFulfilment, 'Prices changed', { since: '2026-11-01' });
   */
  broadcast<P extends ProcessSpec, Name extends NameIn<P, 'broadcasts'>>(
    process: P,
    name: Name,
    ...args: Optional<PayloadOf<P, 'broadcasts', Name>, [options?: BroadcastOptions]>
  ): Promise<void>;
  broadcast(name: string, payload?: unknown, options?: BroadcastOptions): Promise<void>;
  broadcast(first: ProcessSpec | string, ...rest: unknown[]): Promise<void> {
    return broadcast(this.#context, sending<BroadcastOptions>(first, rest));
  }

  /** {@link ProcessRun.signal} by id. */
  signal<P extends ProcessRef, Name extends NameIn<P, 'signals'>>(
    process: P | undefined,
    id: string,
    name: Name,
    ...args: Optional<PayloadOf<P, 'signals', Name>>
  ): Promise<void> {
    return this.get<P>(process, id).signal(name, ...args);
  }

  /** {@link ProcessRun.query} by id. */
  query<P extends ProcessRef, Name extends NameIn<P, 'queries'>>(
    process: P | undefined,
    id: string,
    name: Name,
    ...args: Optional<QuestionOf<P, 'queries', Name>>
  ): Promise<AnswerOf<P, 'queries', Name>> {
    return this.get<P>(process, id).query(name, ...args);
  }

  /** {@link ProcessRun.update} by id. */
  update<P extends ProcessRef, Name extends NameIn<P, 'updates'>>(
    process: P | undefined,
    id: string,
    name: Name,
    ...args: Optional<QuestionOf<P, 'updates', Name>>
  ): Promise<AnswerOf<P, 'updates', Name>> {
    return this.get<P>(process, id).update(name, ...args);
  }

  /** {@link ProcessRun.progress} by id. */
  progress(id: string): Promise<Progress> {
    return this.get(undefined, id).progress();
  }

  /** {@link ProcessRun.describe} by id. */
  describe(id: string): Promise<RunDescription> {
    return this.get(undefined, id).describe();
  }

  /** {@link ProcessRun.cancel} by id. */
  cancel(id: string): Promise<void> {
    return this.get(undefined, id).cancel();
  }

  /** {@link ProcessRun.terminate} by id. */
  terminate(id: string, reason?: string): Promise<void> {
    return this.get(undefined, id).terminate(reason);
  }

  /** {@link ProcessRun.history} by id. */
  history(id: string, runId?: string): Promise<History> {
    return this.get(undefined, id, runId).history();
  }

  /** {@link ProcessRun.follow} by id. */
  follow(id: string, options?: FollowOptions): AsyncIterable<Step> {
    return this.get(undefined, id).follow(options);
  }

  /**
   * All processes at a glance: what is open, and how what has ended lately has done (completion rate, cycle time, error
   * rate), and how busy their workers are. Processes that a process calls count by themselves; those of which a part runs in
   * a child workflow count once. Eventually consistent, about a second behind.
   * Temporal calls: `ListWorkflowExecutions`, a page for each 1,000 runs; `ListWorkers`; `DescribeTaskQueue`.
   *
   * @example
   * const { processes } = await client.overview({ since: new Date('2026-11-01') });
   * for (const { process, completionRate, cycleTime } of processes) console.log(process, completionRate, cycleTime?.median);
   */
  overview(options?: OverviewOptions): Promise<Overview> {
    return overviewOf(this.#context, options);
  }

  /**
   * Runs by process, business key, status, or Temporal's list filter. Eventually consistent: a run shows up about a
   * second after its start. Temporal calls: `ListWorkflowExecutions`, page by page as one iterates.
   *
   * @throws ClientError `unsupported` by the time-skipping server, and by business key without search attributes
   */
  list(options?: ListOptions): AsyncIterable<RunInfo> {
    return listRuns(this.#context, options);
  }

  /** A run's page in the Temporal UI; undefined where the address of the UI is not known. Temporal calls: none. */
  uiUrl(id: string, runId?: string): string | undefined {
    return uiUrlOf(this.#context, id, runId);
  }

  /** Where the client is connected. */
  get server(): ServerConnection {
    return this.#context.server;
  }

  /** Closes the connection that `connect` opened; one that was given stays open. Temporal calls: `Connection.close`. */
  async close(): Promise<void> {
    if (this.#ownsConnection) await this.client.connection.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

/**
 * Connects to a Temporal server and checks that it has the namespace. Without options the environment says where.
 * Temporal calls: `Connection.connect`, `DescribeNamespace`.
 *
 * @throws ServerError `server-unreachable`, `server-refused`, `bad-setting`
 * @example
 * await using client = await connect({ address: 'localhost:7233', taskQueue: 'orders' });
 */
export async function connect(options: ConnectOptions = {}): Promise<BatonClient> {
  const { client, server } = await openClient(options);
  return new BatonClient({ ...options, client }, server);
}
