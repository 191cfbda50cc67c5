import type { WorkflowClientInterceptor } from '@temporalio/client';
import type { InjectedSinks } from '@temporalio/worker';
import type { WorkflowBundle } from '../../../workers';
import { createTestEnvironment, type TestEnvironment } from '../../environment';
import { speaksOfIncidents } from '../file/incidents';
import type { Answer, Scenario } from '../file/schema';
import { parseIsoDate } from '../../../shared/durations';
import {
  CLOCK_MEMO,
  type DecisionAnswer,
  type DecisionAnswers,
  DECISIONS_MEMO,
  INCIDENTS_WANTED,
} from '../sandbox/names';
import { ScenarioRecord } from '../run/record';
import { runnerActivities, Stubs, stubbing } from '../run/stubs';
import type { Subject } from '../run/subject';
import type { RunSinks } from '../sandbox/interceptors';
import { endRuns } from './open-runs';

/** What a scenario runs in. */
export interface Stage {
  readonly environment: TestEnvironment;
  readonly record: ScenarioRecord;
  /** What runs have to know of the scenario; those that a message or signal starts get it by themselves. */
  readonly memo: Readonly<Record<string, unknown>>;
  /** By how many milliseconds the clock of the runs is ahead of the server's. */
  readonly ahead: number;
}

/** What the stage is set up for. */
export interface Play {
  readonly subject: Subject;
  readonly scenario: Scenario;
  readonly stub: 'listed' | 'all';
  /** What else its run is told. */
  readonly memo?: Readonly<Record<string, unknown>>;
}

/**
 * A server on which time is skipped, with a worker. Skipped time is one clock per server, so it runs one scenario at a
 * time. One that was left in disorder, with something that does not come to rest, is replaced.
 */
export class Lane {
  #environment: TestEnvironment | undefined;
  #stopped = false;
  #record = new ScenarioRecord();
  #stubs: Stubs | undefined;
  #memo: Readonly<Record<string, unknown>> = {};

  /** @param server - `dev`: one without skipped time, where runs may go on in new ones */
  constructor(
    private readonly workflowBundle: WorkflowBundle,
    private readonly server: 'time-skipping' | 'dev' = 'time-skipping',
  ) {}

  async run<T>(
    play: Play,
    body: (stage: Stage) => Promise<{ readonly result: T; readonly isAtRest: boolean }>,
  ): Promise<T> {
    this.#environment ??= await this.#open();
    if (this.#stopped) await this.close();
    if (!this.#environment) throw new Error('The lane was stopped.');
    this.#record = new ScenarioRecord();
    const environment = this.#environment;
    const ahead = await aheadOf(environment, play.scenario.now);
    this.#memo = { ...memoFor(play.scenario), ...(ahead !== 0 && { [CLOCK_MEMO]: ahead }), ...play.memo };
    this.#stubs = new Stubs(play.scenario, play.subject, play.stub, this.#record);
    let isAtRest = false;
    try {
      const done = await body({ environment, record: this.#record, memo: this.#memo, ahead });
      isAtRest = done.isAtRest;
      return done.result;
    } finally {
      // What is left over would go on when the next scenario lets time pass.
      if (isAtRest) await endRuns(environment);
      else await this.close();
      environment.attempts.forget();
    }
  }

  /** Ends its server, also while a scenario runs: that fails. */
  stop(): Promise<void> {
    this.#stopped = true;
    return this.close();
  }

  async close(): Promise<void> {
    const environment = this.#environment;
    this.#environment = undefined;
    await environment?.dispose();
  }

  #open(): Promise<TestEnvironment> {
    const current = () => {
      if (!this.#stubs) throw new Error('No scenario is running.');
      return this.#stubs;
    };
    const sinks: InjectedSinks<RunSinks> = {
      scenarios: {
        began: {
          fn: ({ workflowId, workflowType: type }) => {
            if (!this.#record.begun.has(workflowId)) this.#record.begun.set(workflowId, { workflowId, type });
          },
        },
      },
    };
    return createTestEnvironment({
      workflowBundle: this.workflowBundle,
      server: this.server,
      sinks,
      activities: runnerActivities(current),
      interceptors: {
        activity: [stubbing(current)],
        client: { workflow: [withMemo(() => this.#memo)] },
      },
      ...SMALL,
      shutdownSignals: [],
    });
  }
}

/** How far the clock of runs must be ahead for it to be `now`; time goes on for them as it does on the server. */
async function aheadOf(environment: TestEnvironment, now: string | undefined): Promise<number> {
  const wanted = now === undefined ? undefined : parseIsoDate(now);
  return wanted ? wanted.getTime() - (await environment.now()).getTime() : 0;
}

function memoFor(scenario: Scenario): Readonly<Record<string, unknown>> {
  const decisions = decisionAnswers(scenario);
  return {
    ...(speaksOfIncidents(scenario) && INCIDENTS_WANTED),
    ...(decisions && { [DECISIONS_MEMO]: decisions }),
  };
}

/** For the runs that the activities of the worker start. */
function withMemo(current: () => Readonly<Record<string, unknown>>): WorkflowClientInterceptor {
  return {
    start: (input, next) => {
      const memo = { ...input.options.memo, ...current() };
      return next({ ...input, options: { ...input.options, memo } });
    },
  };
}

function decisionAnswers({ decisions }: Scenario): DecisionAnswers | undefined {
  if (!decisions) return undefined;
  const plain = ({ returns, throws, fails }: Answer): DecisionAnswer => ({
    ...(returns !== undefined && { returns }),
    ...(throws !== undefined && { throws: typeof throws === 'string' ? throws : throws.code }),
    ...(fails !== undefined && { fails: typeof fails === 'string' ? fails : (fails.message ?? 'it fails') }),
  });
  return Object.fromEntries(
    Object.entries(decisions).map(([name, given]) => [
      name,
      (Array.isArray(given) ? given : [given]).map(plain),
    ]),
  );
}

/** One scenario at a time needs few hands, and a server of its own has no load to share. */
const SMALL = {
  workflowThreadPoolSize: 1,
  maxCachedWorkflows: 200,
  workflowTaskPollerBehavior: { type: 'simple-maximum', maximum: 4 },
  activityTaskPollerBehavior: { type: 'simple-maximum', maximum: 4 },
  shutdownGraceTime: '1 second',
} as const;
