import { isClientError } from '../client/errors';
import type { ProcessRun } from '../client';
import type { InputOf, OpenInput, ProcessSpec } from '../shared/process-contract';
import type { TestEnvironment } from './environment';
import type { Step } from './scenarios/file/schema';
import { ScenarioRecord } from './scenarios/run/record';
import { Steps } from './scenarios/run/steps';

/** A step of a scenario, as in YAML: `{ advance: 'P7D' }`; see docs/testing.md. */
export type ScenarioStep = Omit<Step, 'waiting'>;

/** What happens in a scenario that is written in TypeScript. */
export interface ScenarioCourse<P extends ProcessSpec> {
  readonly given: InputOf<P>;
  readonly startEvent?: string;
  readonly businessKey?: string;
  /** In order; each first waits until everything is idle. */
  readonly when?: readonly ScenarioStep[];
}

/**
 * Runs a scenario in a test environment of your own, and gives its run once all is idle again. What activities answer say
 * the environment's stubs.
 *
 * @throws Error when a step cannot be done, or the runs do not become idle
 * @example
 * const run = await scenario(environment, order, {
 *   given: { orderId: '17' },
 *   when: [{ advance: 'P1D' }, { complete: { task: 'Task_Approve', as: 'eve', variables: { approved: true } } }],
 * });
 * await expect(run).toHavePassed(['Task_Approve', 'End_Shipped']);
 */
export async function scenario<P extends ProcessSpec>(
  environment: TestEnvironment,
  process: P,
  { given, when = [], ...options }: ScenarioCourse<P>,
): Promise<ProcessRun<P>> {
  const { type, deployment } = process;
  // Typed by the contract for callers; here it is any one.
  const run = await environment.client.start(process as ProcessSpec, given as OpenInput, options);
  const record = new ScenarioRecord();
  record.begun.set(run.id, { workflowId: run.id, type });
  const subject = { type, process: type, deployment, diagram: undefined, activities: {}, types: new Map() };
  const steps = new Steps({ environment, record, memo: {}, ahead: 0 }, subject);
  for (const [i, step] of when.entries()) {
    await environment.idle();
    const problem = await steps.take(step).catch((error: unknown) => {
      if (!isClientError(error)) throw error;
      return { expected: 'it to be accepted', happened: error.message };
    });
    if (!problem) continue;
    const name = Object.keys(step)[0] ?? '';
    throw new Error(
      `Step ${i + 1} (${name}) expected ${problem.expected}; what happened: ${problem.happened}.`,
    );
  }
  await environment.idle();
  return run as ProcessRun<P>;
}
