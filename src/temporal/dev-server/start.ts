import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { ServerConnection } from '../connection/environment';
import { ServerError, reasonOf } from '../errors';
import { makeWritable } from '../executables/cache-folder';
import type { LocateOptions } from '../executables/executable';
import { locateCli } from '../executables/locate-cli';
import { lastLines } from '../executables/run-command';
import { isErrno, withLock } from '../lock';
import { devServerArguments, devServerEnvironment } from './arguments';
import { attach } from './attached';
import { LOOPBACK, choosePort } from './ports';
import { untilReady } from './ready';
import { clusterIdAt, findLiveServer, recordFileOf, writeRecord } from './record';
import { type Ending, type Supervised, startSupervised } from '../supervised/supervised';

export interface DevServerOptions extends LocateOptions {
  /** SQLite file that keeps all runs; made if it is not there. Without it they live in memory and end with the server. */
  readonly dbFile?: string;
  /** gRPC port. Without it 7233, or a free one when that is taken; 0 means any free one. */
  readonly port?: number;
  /** Port of the UI. Without it 8233, or a free one when that is taken; 0 means any free one. */
  readonly uiPort?: number;
  /** Namespace to create and use; `default` without it. */
  readonly namespace?: string;
  /** What the server logs; `warn` without it. */
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error' | 'never';
  /** File that the server's log is appended to; without it the log is shown only in errors. */
  readonly logFile?: string;
  /** Called when the server ends without having been stopped. */
  readonly onExit?: (error: ServerError) => void;
}

/** A dev server, ready for use. */
export interface DevServer extends ServerConnection {
  readonly uiUrl: string;
  /** Whether the server was already running, started by another process for the same database. */
  readonly attached: boolean;
  /** Ends the server and waits until it has ended. Does nothing for an attached one, and the second time. */
  stop(): Promise<void>;
}

/** Somebody may take a port between our choosing it and the server's binding it. */
const ATTEMPTS = 3;
const TAKEN = /address already in use|can't (set|use) .*port/i;

/**
 * Starts a Temporal dev server on 127.0.0.1 with its UI, Baton's search attributes and without the CLI's throttle, and
 * resolves when it can be used. It ends with this process, also when this process is killed, and does not keep it
 * running. When another live process has a server on the same `dbFile`, that one is used instead.
 *
 * Temporal calls: `DescribeNamespace`, `CountWorkflowExecutions`, `GetClusterInfo`.
 *
 * @throws {@link ServerError} `no-executable`, `port-in-use`, `folder-not-writable`, `server-start-failed`, `bad-setting`
 * @example
 * ```ts
 * const server = await startDevServer({ dbFile: '.baton/temporal.db', onProgress: console.log });
 * const connection = await Connection.connect(server.connectionOptions);
 * await server.stop();
 * ```
 */
export async function startDevServer(options: DevServerOptions = {}): Promise<DevServer> {
  if (options.dbFile === undefined) return start(options, undefined);
  const dbFile = resolve(options.dbFile);
  await checkDatabase(dbFile);
  return withLock(`${dbFile}.lock`, async () => {
    const running = await findLiveServer(dbFile);
    return running === undefined ? start(options, dbFile) : attach(running, options);
  });
}

async function checkDatabase(dbFile: string): Promise<void> {
  const remedy = 'Make it writable, or choose another database file.';
  makeWritable(dirname(dbFile), "the database's folder", remedy);
  try {
    await access(dbFile, constants.R_OK | constants.W_OK);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return;
    throw new ServerError(`Cannot write to the database ${dbFile}: ${reasonOf(error)}. ${remedy}`, {
      code: 'folder-not-writable',
      cause: error,
    });
  }
}

async function start(options: DevServerOptions, dbFile: string | undefined): Promise<DevServer> {
  const { namespace = 'default', logLevel = 'warn', onProgress = () => undefined } = options;
  const cli = await locateCli({ onProgress });
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort('Temporal', options.port, 7233);
    const uiPort = await choosePort('UI', options.uiPort, 8233);
    const address = `${LOOPBACK}:${String(port)}`;
    const args = devServerArguments({ port, uiPort, namespace, dbFile, logLevel });
    onProgress(`Starting a Temporal dev server at ${address}…`);
    const server = await launch(cli.path, args, address, namespace, options.logFile, dbFile);
    if ('how' in server) {
      if (TAKEN.test(server.output) && attempt < ATTEMPTS) continue;
      throw startFailed(cli.path, server);
    }
    const uiUrl = `http://${LOOPBACK}:${String(uiPort)}`;
    if (dbFile !== undefined) {
      const clusterId = await clusterIdAt(address);
      await writeRecord(dbFile, { pid: server.pid, address, uiUrl, namespace, clusterId });
    }
    return running(server, { address, uiUrl, namespace }, options.onExit);
  }
}

async function launch(
  command: string,
  args: string[],
  address: string,
  namespace: string,
  logFile: string | undefined,
  dbFile: string | undefined,
): Promise<Supervised | Ending> {
  const server = await startSupervised(
    {
      command,
      args,
      ...(logFile === undefined ? {} : { logFile: resolve(logFile) }),
      ...(dbFile === undefined ? {} : { recordFile: recordFileOf(dbFile) }),
    },
    devServerEnvironment(process.env),
  );
  if ('how' in server) return server;
  try {
    return (await untilReady(address, namespace, server.ended)) ?? server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function running(
  server: Supervised,
  where: { address: string; uiUrl: string; namespace: string },
  onExit: DevServerOptions['onExit'],
): DevServer {
  let stopped: Promise<void> | undefined;
  void server.ended.then((ending) => {
    if (stopped === undefined) onExit?.(serverGone(where.address, ending));
  });
  return {
    ...where,
    connectionOptions: { address: where.address },
    attached: false,
    stop: () => (stopped ??= server.stop()),
  };
}

function startFailed(command: string, { how, output }: Ending): ServerError {
  return new ServerError(`The Temporal dev server (${command}) ${how} before it was ready.${said(output)}`, {
    code: 'server-start-failed',
  });
}

function serverGone(address: string, { how, output }: Ending): ServerError {
  return new ServerError(
    `The Temporal dev server at ${address} ${how} while it was in use.${said(output)}\n` +
      'Start it again; runs in a database file go on from where they were.',
    { code: 'server-gone' },
  );
}

function said(output: string): string {
  return output.trim() === '' ? '' : ` Its last lines:\n${lastLines(output, 8)}`;
}
