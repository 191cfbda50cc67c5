import { defaultFailureConverter, defaultPayloadConverter } from '@temporalio/common';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import type { coresdk } from '@temporalio/proto';
import { bpmnError } from '../../src/shared/bpmn-error';
import type { Sandbox } from './sandbox';

type Job = coresdk.workflow_activation.IWorkflowActivationJob;
type Command = coresdk.workflow_commands.IWorkflowCommand;
type Completion = coresdk.workflow_completion.IWorkflowActivationCompletion;
type Resolution = Pick<coresdk.activity_result.IActivityResolution, 'completed' | 'failed' | 'cancelled'>;
type Payloads = NonNullable<coresdk.workflow_activation.IInitializeWorkflow['arguments']>;
type Failure = Parameters<typeof defaultFailureConverter.failureToError>[0];

/** Something that the run waits for, and that a person or a machine would do. */
export interface Work {
  readonly kind: 'activity' | 'timer' | 'call';
  readonly seq: number;
  readonly element: string;
  /** Workflow id of a called process. */
  readonly workflowId?: string;
  /** What the activity was given. */
  readonly input?: unknown;
  /** The run no longer wants it, and waits for the activity to end. */
  cancelRequested: boolean;
  /** It was called off in the very step that wanted it. */
  neverSent: boolean;
}

export type Outcome =
  | { readonly kind: 'completed'; readonly vars: unknown }
  /** `what` is the failure's type, or the code of a BPMN error; `element` where it names one. */
  | { readonly kind: 'failed'; readonly what: string; readonly element?: string }
  /** A workflow task failed: a bug of the emitted code or of the helpers. */
  | { readonly kind: 'broken'; readonly error: unknown };

/** Activities by which runs deal with mailboxes and registries: they are there, and have nothing for this run. */
const BUILT_IN = /^baton\./;

const INTERCEPTORS = require.resolve('../../src/workflows/interceptors.ts');
const API = require.resolve('@temporalio/workflow/lib/worker-interface.js');

/** One run of a workflow function in a sandbox, driven as Temporal's worker drives it. */
export class WorkflowRun {
  readonly #work = new Map<string, Work>();
  /** What the server and built-in activities answer, as soon as the run has done all that it can. */
  readonly #answers: Job[] = [];
  #updates = 0;
  /** By the ids of the latest ones. */
  readonly #updateAnswers = new Map<string, unknown>();
  #runs = 0;
  #outcome: Outcome | undefined;
  #answer: unknown;
  /** What the run is to go on with in a new one. */
  #next: Payloads | undefined;

  /**
   * @param options.earlier - the second argument: what a run that is followed had in memory
   * @param options.continues - the server suggests at every step that the run goes on in a new one
   * @param options.intercepted - with the interceptors that workers of the project have
   * @param options.historyLength - how many events its history has, at every step
   * @param options.memo - what has started the run has left it there
   * @param options.heldUp - built-in activities that are under way until a test completes them
   */
  constructor(
    private readonly sandbox: Sandbox,
    private readonly workflow: { readonly module: string; readonly type: string },
    input: unknown,
    private readonly options: {
      readonly earlier?: unknown;
      readonly continues?: boolean;
      readonly intercepted?: boolean;
      readonly historyLength?: number;
      readonly memo?: Readonly<Record<string, unknown>>;
      readonly heldUp?: RegExp;
    } = {},
  ) {
    const given = [input, ...(options.earlier === undefined ? [] : [options.earlier])];
    this.#begin(given.map((one) => defaultPayloadConverter.toPayload(one)));
  }

  #begin(args: Payloads): void {
    const { sandbox, workflow, options } = this;
    this.#runs += 1;
    this.#carefully(() => {
      sandbox.globals.__TEMPORAL__ = {
        importWorkflows: () => sandbox.exports(workflow.module),
        importInterceptors: () => (options.intercepted ? [sandbox.exports(INTERCEPTORS)] : []),
      };
      const continueAsNewSuggested = options.continues === true;
      const { memo = {}, historyLength = 0 } = options;
      sandbox.call(API, 'initRuntime', {
        info: { ...INFO, historyLength, continueAsNewSuggested, workflowType: workflow.type },
        now: 0,
        randomnessSeed: [1],
        registeredActivityNames: new Set(),
        getTimeOfDay: () => 0n,
        showStackTraceSources: false,
        stackTracesEnabled: false,
      });
      const fields = Object.entries(memo).map(([name, value]) => [
        name,
        defaultPayloadConverter.toPayload(value),
      ]);
      const initializeWorkflow = {
        arguments: args,
        memo: { fields: Object.fromEntries(fields) as Record<string, Payloads[number]> },
      };
      sandbox.call(API, 'initialize', initializeWorkflow);
      this.#activate({ initializeWorkflow });
    });
  }

  /** How many it took so far. */
  get runs(): number {
    return this.#runs;
  }

  get outcome(): Outcome | undefined {
    return this.#outcome;
  }

  /** In the order in which it came up. */
  get open(): readonly Work[] {
    return [...this.#work.values()];
  }

  complete(work: Work, result: unknown): void {
    this.#resolve(work, { completed: { result: defaultPayloadConverter.toPayload(result) } });
  }

  /** The activity, or the called process, fails with a BPMN error. */
  fail(work: Work, code: string): void {
    this.#resolve(work, { failed: { failure: failureOf(work, bpmnError(code)) } });
  }

  /** It does as it was told and ends without a result. */
  cancel(work: Work): void {
    this.#resolve(work, { cancelled: { failure: failureOf(work, new CancelledFailure('cancelled')) } });
  }

  signal(signalName: string, payload: unknown): void {
    this.#activate({ signalWorkflow: { signalName, input: [defaultPayloadConverter.toPayload(payload)] } });
  }

  update(name: string, payload: unknown): void {
    const [answer] = this.updateTogether([name, payload]);
    if (answer instanceof Error) throw answer;
  }

  /** Updates that reach the run in the same step; gives what each is answered, an error if it is refused. */
  updateTogether(...updates: readonly (readonly [name: string, payload: unknown])[]): readonly unknown[] {
    this.#updateAnswers.clear();
    const jobs = updates.map(([name, payload]) => {
      const id = String((this.#updates += 1));
      const input = [defaultPayloadConverter.toPayload(payload)];
      return { id, protocolInstanceId: id, name, input, runValidator: true };
    });
    this.#activate(...jobs.map((doUpdate) => ({ doUpdate })));
    return jobs.map(({ id }) => this.#updateAnswers.get(id));
  }

  fire({ seq }: Work): void {
    this.#work.delete(`timer ${seq}`);
    this.#activate({ fireTimer: { seq } });
  }

  query(queryType: string): unknown {
    this.#activate({ queryWorkflow: { queryId: '1', queryType, arguments: [] } });
    return this.#answer;
  }

  #resolve({ kind, seq }: Work, result: Resolution): void {
    this.#work.delete(`${kind} ${seq}`);
    this.#activate(
      kind === 'call'
        ? { resolveChildWorkflowExecution: { seq, result } }
        : { resolveActivity: { seq, result } },
    );
  }

  #activate(...jobs: readonly Job[]): void {
    const { sandbox } = this;
    this.#carefully(() => {
      sandbox.call(API, 'activate', { jobs: jobs.map((job) => ({ variant: Object.keys(job)[0], ...job })) });
      while (sandbox.call(API, 'tryUnblockConditions') !== 0);
      const { successful } = sandbox.call(API, 'concludeActivation') as Completion;
      const fresh = new Set<Work>();
      for (const command of successful?.commands ?? []) this.#carryOut(command, fresh);
    });
    for (let answer = this.#answers.shift(); answer; answer = this.#answers.shift()) this.#activate(answer);
    const next = this.#next;
    this.#next = undefined;
    if (!next) return;
    if (this.#work.size > 0)
      throw new Error(`It goes on while it waits for ${[...this.#work.keys()].join()}`);
    this.#begin(next);
  }

  #carefully(step: () => void): void {
    try {
      step();
    } catch (error) {
      this.#outcome = { kind: 'broken', error };
    }
  }

  #carryOut(command: Command, fresh: Set<Work>): void {
    const { scheduleActivity, requestCancelActivity, startTimer, cancelTimer } = command;
    const { startChildWorkflowExecution, signalExternalWorkflowExecution } = command;
    const { activityType } = scheduleActivity ?? {};
    if (BUILT_IN.test(activityType ?? '') && !this.options.heldUp?.test(activityType!)) {
      const result = defaultPayloadConverter.toPayload('mailbox or registry');
      this.#answers.push({
        resolveActivity: { seq: scheduleActivity!.seq!, result: { completed: { result } } },
      });
    } else if (signalExternalWorkflowExecution) {
      this.#answers.push({ resolveSignalExternalWorkflow: { seq: signalExternalWorkflowExecution.seq! } });
    } else if (startChildWorkflowExecution) {
      const { seq, workflowId } = startChildWorkflowExecution;
      this.#answers.push({
        resolveChildWorkflowExecutionStart: { seq: seq!, succeeded: { runId: 'called' } },
      });
      const element = elementOf(workflowId);
      this.#add(
        {
          kind: 'call',
          seq: seq!,
          element,
          workflowId: workflowId!,
          cancelRequested: false,
          neverSent: false,
        },
        fresh,
      );
    } else if (command.cancelChildWorkflowExecution) {
      const work = this.#work.get(`call ${command.cancelChildWorkflowExecution.childWorkflowSeq}`);
      if (work) work.cancelRequested = true;
    } else if (scheduleActivity) {
      const { seq, activityId, arguments: args } = scheduleActivity;
      const element = elementOf(activityId) || (activityType ?? '');
      const input = args?.[0] && defaultPayloadConverter.fromPayload(args[0]);
      this.#add(
        { kind: 'activity', seq: seq ?? 0, element, input, cancelRequested: false, neverSent: false },
        fresh,
      );
    } else if (requestCancelActivity) {
      const work = this.#work.get(`activity ${requestCancelActivity.seq}`);
      if (work) {
        work.cancelRequested = true;
        work.neverSent = fresh.has(work);
      }
    } else if (startTimer) {
      const summary = command.userMetadata?.summary;
      const element = summary ? defaultPayloadConverter.fromPayload<string>(summary) : '';
      this.#add(
        { kind: 'timer', seq: startTimer.seq ?? 0, element, cancelRequested: false, neverSent: false },
        fresh,
      );
    } else if (cancelTimer) {
      this.#work.delete(`timer ${cancelTimer.seq}`);
    } else if (command.continueAsNewWorkflowExecution) {
      this.#next = command.continueAsNewWorkflowExecution.arguments ?? [];
    } else if (command.completeWorkflowExecution?.result) {
      const vars = defaultPayloadConverter.fromPayload(command.completeWorkflowExecution.result);
      this.#outcome = { kind: 'completed', vars };
    } else if (command.failWorkflowExecution?.failure) {
      this.#outcome = failedWith(command.failWorkflowExecution.failure);
    } else if (command.respondToQuery?.succeeded?.response) {
      this.#answer = defaultPayloadConverter.fromPayload(command.respondToQuery.succeeded.response);
    } else if (command.updateResponse) {
      const { protocolInstanceId, completed, rejected } = command.updateResponse;
      const answer = rejected
        ? defaultFailureConverter.failureToError(rejected, defaultPayloadConverter)
        : completed && defaultPayloadConverter.fromPayload(completed);
      if (answer !== undefined) this.#updateAnswers.set(String(protocolInstanceId), answer);
    } else {
      throw new Error(`Unexpected command: ${JSON.stringify(command)}`);
    }
  }

  #add(work: Work, fresh: Set<Work>): void {
    fresh.add(work);
    this.#work.set(`${work.kind} ${work.seq}`, work);
  }
}

const INFO = {
  workflowId: 'game',
  runId: 'game',
  firstExecutionRunId: 'game',
  namespace: 'default',
  taskQueue: 'game',
  attempt: 1,
  historyLength: 0,
  historySize: 0,
  continueAsNewSuggested: false,
  memo: {},
  searchAttributes: {},
  startTime: new Date(0),
  runStartTime: new Date(0),
  taskTimeoutMs: 10_000,
  unsafe: { isReplaying: false, isReplayingHistoryEvents: false },
};

/** Of ids `<scope path>/<element>#<occurrence>`. */
function elementOf(id: string | null | undefined): string {
  return /([^/]*)#\d+$/.exec(id ?? '')?.[1] ?? '';
}

/** As the server reports it: the cause in an `ActivityFailure`, or a `ChildWorkflowFailure`. */
function failureOf({ kind, element, workflowId = '' }: Work, cause: Error): Failure {
  const inside = { cause: defaultFailureConverter.errorToFailure(cause, defaultPayloadConverter) };
  if (kind === 'call') {
    const workflowExecution = { workflowId, runId: 'called' };
    const childWorkflowExecutionFailureInfo = { workflowExecution, workflowType: { name: element } };
    return { message: 'Child workflow failed', childWorkflowExecutionFailureInfo, ...inside };
  }
  const activityFailureInfo = { activityId: element, activityType: { name: element } };
  return { message: 'Activity task failed', activityFailureInfo, ...inside };
}

function failedWith(failure: Failure): Outcome {
  let error: unknown = defaultFailureConverter.failureToError(failure, defaultPayloadConverter);
  while (error instanceof Error && !(error instanceof ApplicationFailure)) error = error.cause;
  if (!(error instanceof ApplicationFailure)) {
    return { kind: 'failed', what: failure.message ?? 'unknown' };
  }
  const [details] = (error.details ?? []) as [{ code?: string; element?: string }?];
  const what = details?.code ?? error.type ?? 'unknown';
  return { kind: 'failed', what, ...(details?.element !== undefined && { element: details.element }) };
}
