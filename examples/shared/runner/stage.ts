import { connect, type BatonClient } from 'batonflow/client';
import type { ServerConnection } from 'batonflow/temporal';
import type { Service } from '../services/service';
import { untilPolled } from './until-polled';
import { startWorkerProcess, type WorkerProcess } from './worker-process';

export interface StageOptions<S extends Service> {
  readonly example: { readonly start: () => Promise<S> };
  /** The example's folder, absolute. */
  readonly folder: string;
  readonly server: ServerConnection & { readonly uiUrl?: string };
  readonly taskQueue: string;
  readonly verbose?: boolean;
  readonly signal: AbortSignal;
}

/** What an example is played on: its services, a worker in a process of its own, and a client. */
export interface Stage<S extends Service = Service> {
  readonly services: S;
  readonly client: BatonClient;
  /** The worker that was there first. */
  readonly worker: WorkerProcess;
  /** Starts another worker; resolves when it is at work. */
  startWorker(): Promise<WorkerProcess>;
  /** Ends all of it. */
  stop(): Promise<void>;
}

/** Starts services, worker and client; resolves when the worker is at work. */
export async function openStage<S extends Service>(options: StageOptions<S>): Promise<Stage<S>> {
  const { example, folder, server, taskQueue, verbose = false, signal } = options;
  const parts: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (const part of parts.toReversed()) await part.stop();
  };
  try {
    const services = await example.start();
    parts.push(services);
    const client = await connect({ ...server, taskQueue });
    parts.push({ stop: () => client.close() });
    const startWorker = async () => {
      const worker = startWorkerProcess({ folder, server, taskQueue, env: services.env, verbose });
      parts.push(worker);
      await Promise.race([worker.failed, untilPolled(client, taskQueue, signal)]);
      return worker;
    };
    return { services, client, worker: await startWorker(), startWorker, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
