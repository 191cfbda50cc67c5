import type { ProcessRef, Step } from 'batonflow/client';
import type { ResolvedServer } from 'batonflow/temporal';
import type { FoundExample } from './find-examples';
import { followRun } from './follow';
import { openStage, type Stage } from './stage';

export interface PerformOptions {
  readonly server: ResolvedServer;
  /** Name of the failure to switch on. */
  readonly failure?: string | undefined;
  readonly signal: AbortSignal;
  /** Shows what the worker logs. */
  readonly verbose?: boolean;
  /** Told when the services are there, with where they can be found. */
  readonly onServices?: (env: Readonly<Record<string, string>>) => void;
  /** Told at each run, with its page in the Temporal UI. */
  readonly onRun?: (source: Source, uiUrl: string | undefined) => void;
  readonly onStep?: (step: Step) => void;
  /** Told what people decide at incidents. */
  readonly onIncident?: (text: string) => void;
}

/** Where a process comes from. */
export type Source = 'by hand' | 'diagram';

/** How one of the two processes of an example went. */
export interface Performance {
  readonly example: string;
  readonly source: Source;
  /** In a few words; of a failure, why. */
  readonly result: string;
  /** Whether it ended as expected. */
  readonly ok: boolean;
  /** What was done: activities, human tasks, timers, messages, children. */
  readonly steps: number;
  readonly seconds: number;
  /** Page of the first run in the Temporal UI. */
  readonly uiUrl: string | undefined;
}

/**
 * Plays an example with both of its processes, one after the other, with services and a worker of its own. Nothing of
 * it is left when this resolves or rejects.
 */
export async function perform(found: FoundExample, options: PerformOptions): Promise<readonly Performance[]> {
  const { name, folder, example } = found;
  const { server, failure, verbose = false, signal } = options;
  // On a server that stays, runs of another time have another queue.
  const taskQueue = `${name}-${process.pid}`;
  const stage = await openStage({ example, folder, server, taskQueue, verbose, signal });
  try {
    const { services, worker } = stage;
    options.onServices?.(services.env);
    const performances: Performance[] = [];
    for (const [i, played] of example.processes.entries()) {
      if (failure !== undefined) example.failures[failure]?.switchOn?.(services);
      const scene = { found, options, stage, source: i === 0 ? 'by hand' : 'diagram' } as const;
      performances.push(await Promise.race([worker.failed, play(played, scene)]));
    }
    return performances;
  } finally {
    await stage.stop();
  }
}

interface Scene {
  readonly found: FoundExample;
  readonly options: PerformOptions;
  readonly stage: Stage;
  readonly source: Source;
}

async function play(process: ProcessRef, scene: Scene): Promise<Performance> {
  const { found, options, stage, source } = scene;
  const { client, services } = stage;
  const { name, example } = found;
  const { failure, signal, onRun, onStep } = options;
  const { ends = example.ends } = failure === undefined ? {} : (example.failures[failure] ?? {});
  const began = performance.now();
  let steps = 0;
  let uiUrl: string | undefined;

  const ended = (result: string, ok: boolean): Performance => {
    const seconds = (performance.now() - began) / 1000;
    return { example: name, source, result, ok, steps, seconds, uiUrl };
  };
  try {
    const result = await example.play({
      process,
      client,
      services,
      failure,
      follow: (run, people = {}) => {
        uiUrl ??= run.uiUrl;
        onRun?.(source, run.uiUrl);
        const told = (step: Step) => {
          // What delivers messages is no step of the process.
          if (step.name.startsWith('baton.')) return;
          if (isWork(step)) steps += 1;
          onStep?.(step);
        };
        return followRun(run, { client, people, onStep: told, onIncident: options.onIncident, signal });
      },
    });
    return result === ends ? ended(result, true) : ended(`${result}; expected: ${ends}`, false);
  } catch (error) {
    signal.throwIfAborted();
    return ended(error instanceof Error ? error.message : String(error), false);
  }
}

/** Whether a step is something done, rather than begun, tried again or undone. */
function isWork({ kind, state }: Step): boolean {
  return kind !== 'process' && (state === 'completed' || state === 'received');
}
