import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import type { ActivityContract } from '../../../shared/activity-contract';
import { bpmnError } from '../../../shared/bpmn-error';
import { DELIVERY_ACTIVITIES } from '../../../shared/delivery';
import { lengthOf, parseIsoDuration } from '../../../shared/durations';
import { invalidOutput } from '../../../shared/misfit';
import { check } from '../../../shared/schema';
import type { Answer, Answers, Scenario } from '../file/schema';
import { type ProcessCall, RUNNER_ACTIVITIES, timed } from '../sandbox/names';
import type { ScenarioRecord } from './record';
import { activityNames, processName, typeOf, type Activity, type Subject } from './subject';

/** What is called in one scenario, and how it is answered. */
export class Stubs {
  readonly #asked = new Map<string, number>();

  constructor(
    private readonly scenario: Scenario,
    private readonly subject: Subject,
    private readonly others: 'listed' | 'all',
    private readonly record: ScenarioRecord,
  ) {}

  /** An attempt of an activity: the stub's answer, or what others give: nothing, or the real ones; Baton's own are `next`. */
  async call(args: readonly unknown[], next: () => Promise<unknown>): Promise<unknown> {
    const { activityType: name, activityId, isLocal } = activityInfo();
    const element = elementOf(activityId);
    const [input] = args;
    if (BUILT_IN.has(name)) return next();
    this.record.calls.push({ name, element, input });
    const answer = name === 'script' ? this.#script(input, element) : this.#activity(name, element);
    if (answer) return given(answer, this.#contract(name));
    if (this.others === 'all') return {};
    const real = this.#real(name);
    if (real) return Reflect.apply(real, undefined, args);
    this.record.unanswered.add(name === 'script' ? `the script ${sourceOf(input)}` : `the activity ${name}`);
    const what = isLocal ? 'local activity' : 'activity';
    throw ApplicationFailure.nonRetryable(`Nobody answers for the ${what} ${name}.`, 'Unanswered');
  }

  /** Also a process that there is not: the answer to it says so. */
  isStubbed(call: ProcessCall): boolean {
    return this.#processKey(call) !== undefined || !call.exists;
  }

  process(call: ProcessCall): unknown {
    const key = this.#processKey(call);
    this.record.stubbed.push(call.type);
    if (key !== undefined) return given(this.#next(this.scenario.processes, key) ?? {}, undefined);
    if (this.others === 'all') return {};
    const name = processName(call.type, this.subject);
    this.record.unanswered.add(`the process ${name}`);
    throw ApplicationFailure.nonRetryable(`Nobody answers for the process ${name}.`, 'Unanswered');
  }

  #activity(name: string, element: string | undefined): Answer | undefined {
    const names = [element, ...activityNames(name, element, this.subject)];
    for (const answers of [this.scenario.activities, this.scenario.decisions]) {
      const key = names.find((one) => one !== undefined && answers && Object.hasOwn(answers, one));
      if (key !== undefined) return this.#next(answers, key);
    }
    return undefined;
  }

  #script(input: unknown, element: string | undefined): Answer | undefined {
    const { scripts = {} } = this.scenario;
    const source = sourceOf(input);
    const key = Object.keys(scripts).find((one) => one === element || plain(one) === source);
    if (key === undefined) return this.#activity('script', element);
    const answer = this.#next(scripts, key);
    const { log = [] } = answer ?? {};
    this.record.log.push(...(typeof log === 'string' ? [log] : log));
    return answer;
  }

  #next(answers: Answers | undefined, key: string): Answer | undefined {
    const listed = answers?.[key];
    if (listed === undefined) return undefined;
    const all = (Array.isArray(listed) ? listed : [listed]) as readonly Answer[];
    const asked = this.#asked.get(key) ?? 0;
    this.#asked.set(key, asked + 1);
    return all[asked] ?? all.at(-1);
  }

  /** The element that calls it comes before its id. */
  #processKey({ type, workflowId }: ProcessCall): string | undefined {
    const keys = Object.keys(this.scenario.processes ?? {});
    const element = elementOf(workflowId);
    return keys.find((one) => one === element) ?? keys.find((one) => typeOf(one, this.subject) === type);
  }

  #real(name: string): Activity | undefined {
    const { activities } = this.subject;
    return Object.hasOwn(activities, name) ? activities[name] : undefined;
  }

  #contract(name: string): ActivityContract | undefined {
    const activity = this.#real(name);
    const contract: unknown = activity && Reflect.get(activity, 'contract');
    return contract as ActivityContract | undefined;
  }
}

const BUILT_IN: ReadonlySet<string> = new Set([
  ...Object.values(DELIVERY_ACTIVITIES),
  ...Object.values(RUNNER_ACTIVITIES),
]);

/** Answers in the place of activities, by the stubs of the scenario that is running. */
export function stubbing(current: () => Stubs): ActivityInterceptorsFactory {
  return () => ({
    inbound: {
      execute: (input, next) => current().call(input.args, () => next(input)),
    },
  });
}

/** The activities of the runner; the last one stands for those that nobody implements. */
export function runnerActivities(current: () => Stubs): Readonly<Record<string, Activity>> {
  return {
    [RUNNER_ACTIVITIES.isStubbed]: (call: ProcessCall) => Promise.resolve(current().isStubbed(call)),
    [RUNNER_ACTIVITIES.process]: (call: ProcessCall) => Promise.resolve().then(() => current().process(call)),
    default: () => Promise.resolve({}),
  };
}

/** What an answer comes to: a value, or a failure. */
function given(answer: Answer, contract: ActivityContract | undefined): unknown {
  const { returns = {}, throws, fails, takes } = answer;
  const time = takes === undefined ? 0 : millisecondsOf(takes);
  if (throws !== undefined) {
    const { code, ...options } = typeof throws === 'string' ? { code: throws } : throws;
    const { message, variables } = options as { message?: string; variables?: Record<string, unknown> };
    throw after(
      time,
      bpmnError(code, { ...(message !== undefined && { message }), ...(variables && { variables }) }),
    );
  }
  if (fails !== undefined) {
    const {
      message = 'it fails',
      type = 'Error',
      retryable = true,
    } = typeof fails === 'string' ? { message: fails } : fails;
    throw after(time, ApplicationFailure.create({ message, type, nonRetryable: !retryable }));
  }
  const value = 'returns' in answer ? checkedResult(returns, contract) : {};
  return time > 0 ? timed(time, value) : value;
}

/** A real activity could not return it either. */
function checkedResult(value: unknown, contract: ActivityContract | undefined): unknown {
  if (!contract?.output) return value;
  const result = check(contract.output, value);
  if (!result.ok) throw invalidOutput(`stub of activity ${contract.name}`, result.problems);
  return result.value;
}

/** The time passes on the workflow's side, once the failure has got there. */
function after(milliseconds: number, failure: ApplicationFailure): ApplicationFailure {
  if (milliseconds === 0) return failure;
  const { message, type, nonRetryable, details = [], category } = failure;
  return ApplicationFailure.create({
    message,
    type: type ?? 'Error',
    nonRetryable: nonRetryable ?? false,
    details: [...(details ?? []), timed(milliseconds, undefined)],
    ...(category && { category }),
  });
}

function millisecondsOf(text: string): number {
  const duration = parseIsoDuration(text);
  return duration ? lengthOf(duration) : 0;
}

/** Of ids of activities and called runs: `<scope path>/<element>#<occurrence>`. */
function elementOf(id: string): string | undefined {
  return /(?:^|\/)([^/]+)#\d+$/.exec(id)?.[1];
}

function sourceOf(input: unknown): string {
  const { source } = (input ?? {}) as { readonly source?: unknown };
  return typeof source === 'string' ? plain(source) : '';
}

/** Scripts as they are written in XML have the indentation of the file around them. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
