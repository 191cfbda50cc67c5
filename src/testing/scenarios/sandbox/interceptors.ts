/** Runs inside of the workflows under test, beside Baton's own interceptors. */
import {
  ApplicationFailure,
  proxyLocalActivities,
  proxySinks,
  sleep,
  workflowInfo,
  type Sinks,
  type WorkflowInterceptors,
} from '@temporalio/workflow';
import { bpmnError } from '../../../shared/bpmn-error';
import { causesOf } from '../../../shared/causes';
import { FailureType } from '../../../shared/errors';
import { identifier } from '../../../shared/identifier';
import { DELIVERY_ACTIVITIES } from '../../../shared/delivery';
import { setClock } from './clock';
import {
  CLOCK_MEMO,
  DECISIONS_MEMO,
  type DecisionAnswer,
  type DecisionAnswers,
  INCIDENTS_MEMO,
  isTimed,
  type ProcessCall,
  RUNNER_ACTIVITIES,
  STUBBED_PROCESS,
  type RunnerActivities,
} from './names';

/** Tells the runner of every run, whoever started it. */
export interface RunSinks extends Sinks {
  readonly scenarios: { began(): void };
}

export const interceptors = (): WorkflowInterceptors => ({
  inbound: [
    {
      execute(input, next) {
        proxySinks<RunSinks>().scenarios.began();
        setClock(workflowInfo().memo?.[CLOCK_MEMO]);
        answerDecisions();
        if (asksForIncidents()) Object.assign(globalThis, { BATON_INCIDENTS: true });
        return next(input);
      },
    },
  ],
  outbound: [
    {
      scheduleActivity: ({ options, ...input }, next) =>
        withTime(() => next({ ...input, options: isBuiltIn(input) ? options : { ...options, ...here() } })),
      scheduleLocalActivity: (input, next) => withTime(() => next(input)),
      async startChildWorkflowExecution(input, next) {
        const memo = { ...input.options.memo, ...handedOn() };
        const options = { ...input.options, ...here(), memo };
        const call = callOf(input.workflowType, options.workflowId);
        if (!(await runner()[RUNNER_ACTIVITIES.isStubbed](call))) return next({ ...input, options });
        return next({ ...input, workflowType: STUBBED_PROCESS, options: { ...options, args: [call] } });
      },
    },
  ],
});

/** Whether technical failures stop the run, though neither its process nor a worker says so. */
function asksForIncidents(): boolean {
  return workflowInfo().memo?.[INCIDENTS_MEMO] === true;
}

/** The part of the memo that is the runner's. */
function handedOn(): Record<string, unknown> {
  const { memo = {} } = workflowInfo();
  return Object.fromEntries(
    [INCIDENTS_MEMO, DECISIONS_MEMO, CLOCK_MEMO].flatMap((key) => (key in memo ? [[key, memo[key]]] : [])),
  );
}

/** Decisions are made in the workflow, so what the scenario answers for them comes with the run. */
function answerDecisions(): void {
  const answers = workflowInfo().memo?.[DECISIONS_MEMO] as DecisionAnswers | undefined;
  if (!answers) return;
  const asked = new Map<string, number>();
  const find = (element: string, decision: string) => {
    const key = Object.keys(answers).find((one) => one === element || identifier(one) === decision);
    if (key === undefined) return undefined;
    return () => {
      const count = asked.get(key) ?? 0;
      asked.set(key, count + 1);
      const listed = answers[key] ?? [];
      return outcomeOf(listed[count] ?? listed.at(-1) ?? {});
    };
  };
  Object.assign(globalThis, { BATON_DECISIONS: find });
}

function outcomeOf({ returns = null, throws, fails }: DecisionAnswer): unknown {
  if (throws !== undefined) throw bpmnError(throws);
  if (fails === undefined) return returns;
  throw ApplicationFailure.create({ type: FailureType.DecisionFailed, message: fails, nonRetryable: true });
}

/** Those have a task queue of their own. */
function isBuiltIn({ activityType }: { readonly activityType: string }): boolean {
  return (Object.values(DELIVERY_ACTIVITIES) as readonly string[]).includes(activityType);
}

/** The bundle has an export for each workflow type that there is. */
function callOf(type: string, workflowId: string): ProcessCall {
  const { __TEMPORAL__: temporal } = globalThis as unknown as {
    readonly __TEMPORAL__: { importWorkflows(): Readonly<Record<string, unknown>> };
  };
  const workflows = temporal.importWorkflows();
  return { type, workflowId, exists: type in workflows || 'default' in workflows };
}

/** The workers that do it elsewhere are not there. */
function here(): { readonly taskQueue: string } {
  return { taskQueue: workflowInfo().taskQueue };
}

function runner(): RunnerActivities {
  return proxyLocalActivities<RunnerActivities>({ startToCloseTimeout: '1 minute' });
}

/** Lets the time pass that a stub takes, before its outcome is known. */
async function withTime(work: () => Promise<unknown>): Promise<unknown> {
  try {
    const result = await work();
    if (!isTimed(result)) return result;
    await sleep(result.batonTakes);
    return result.value;
  } catch (error) {
    const time = timeOf(error);
    if (time > 0) await sleep(time);
    throw error;
  }
}

function timeOf(error: unknown): number {
  for (const cause of causesOf(error)) {
    const { details } = cause as { details?: unknown };
    const last: unknown = Array.isArray(details) ? details.at(-1) : undefined;
    if (isTimed(last)) return last.batonTakes;
  }
  return 0;
}
