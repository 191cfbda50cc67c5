import { DefaultLogger } from '@temporalio/worker';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type BatonClient } from 'batonflow/client';
import { bundleWorkflows, createWorker } from 'batonflow/worker';
import { address } from './served';

/** When a worker is stopped: at one moment of its first attempts of an activity. */
export interface Death {
  readonly activity: string;
  /** Before its work, at a heartbeat, or when the work is done and nobody knows of it yet. */
  readonly moment: 'before' | 'amid' | 'after';
  /** At which of these moments, from 1; default the first one. */
  readonly nth?: number;
  /** Killed, or asked to end. */
  readonly signal: 'SIGKILL' | 'SIGTERM';
}

/** What the program of such a worker is told. */
export interface MortalWorker {
  /** The workflow bundle. */
  readonly codePath: string;
  readonly taskQueue: string;
  readonly address: string;
  readonly death: Death;
  /** Path of the module with its activities. */
  readonly activities?: string | undefined;
}

export interface MortalWorkers {
  /** Work that begins with a worker that is stopped in it, and is done by the next one, in this process. */
  survive<T>(death: Death, work: (client: BatonClient, taskQueue: string) => Promise<T>): Promise<T>;
  /** Ends what is still there. */
  end(): Promise<void>;
}

/**
 * Workers that are processes of their own and die.
 *
 * @param code - paths of the workflows and, if there are any, of the module with their activities
 */
export function mortalWorkers(code: {
  readonly workflowsPath: string;
  readonly activities?: string;
}): MortalWorkers {
  const folder = mkdtempSync(join(tmpdir(), 'baton-mortal-'));
  const codePath = join(folder, 'workflows.js');
  const children: ChildProcess[] = [];
  const endings: (() => Promise<void>)[] = [];
  // By the first test that needs it: hooks do not run before concurrent ones.
  let bundling: Promise<void> | undefined;
  const bundleOnce = async () => {
    const { code: text } = await bundleWorkflows({ workflowsPath: code.workflowsPath });
    writeFileSync(codePath, text);
  };

  const startMortal = async (taskQueue: string, death: Death) => {
    const told: MortalWorker = { codePath, taskQueue, address, death, activities: code.activities };
    const program = require.resolve('../workflows/programs/mortal-worker');
    const child = spawn(process.execPath, ['--require', 'tsx/cjs', program, JSON.stringify(told)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    await once(child.stdout!, 'data');
    return child;
  };

  const startImmortal = async (taskQueue: string) => {
    const worker = await createWorker({
      workflowBundle: { codePath },
      taskQueue,
      connection: { address },
      ...(code.activities !== undefined && { activities: (await import(code.activities)) as object }),
      registerSearchAttributes: false,
      logger: new DefaultLogger('ERROR'),
    });
    const running = worker.run();
    endings.push(async () => {
      await worker.shutdown();
      await running;
    });
  };

  return {
    survive: async (death, work) => {
      await (bundling ??= bundleOnce());
      const taskQueue = `mortal-${crypto.randomUUID()}`;
      await using client = await connect({ address, taskQueue });
      const mortal = await startMortal(taskQueue, death);
      const ended = once(mortal, 'exit');
      const working = work(client, taskQueue);
      expect(await ended).toEqual(death.signal === 'SIGTERM' ? [0, null] : [null, 'SIGKILL']);
      await startImmortal(taskQueue);
      return await working;
    },
    end: async () => {
      const alive = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
      for (const child of alive) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      await Promise.all(endings.map((end) => end()));
      rmSync(folder, { recursive: true });
    },
  };
}
