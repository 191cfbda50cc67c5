import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { ServerConnection } from '../connection/environment';
import { ServerError, reasonOf } from '../errors';
import { makeWritable } from '../executables/cache-folder';
import type { LocateOptions } from '../executables/executable';
import { isErrno, withLock } from '../lock';
import { attach } from './attached';
import { serverGone } from './endings';
import { launch } from './launch';
import { clusterIdAt, findLiveServer, writeRecord } from './record';

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

/**
 * Starts a Temporal dev server on 127.0.0.1 with its UI, Baton's search attributes and without the CLI's throttle, and
 * resolves when it can be used. It ends with this process, also when this process is killed, and does not keep it
 * running. When another live process has a server on the same `dbFile`, that one is used instead.
 *
 * Temporal calls: `DescribeNamespace`, `UpdateNamespace` (retention), `CountWorkflowExecutions`, `GetClusterInfo`; where
 * they are missing, `RegisterNamespace` and `AddSearchAttributes`.
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
  if (options.logFile !== undefined) {
    makeWritable(dirname(resolve(options.logFile)), "the log's folder", 'Choose another log file.');
  }
  if (options.dbFile === undefined) return start(options, undefined);
  const dbFile = resolve(options.dbFile);
  await checkDatabase(dbFile);
  const startOrAttach = async () => {
    const live = await findLiveServer(dbFile);
    return live === undefined ? start(options, dbFile) : attach(live, options);
  };
  return withLock(`${dbFile}.lock`, startOrAttach, {
    onWait: (pid) => {
      options.onProgress?.(
        `Waiting for process ${String(pid ?? '?')}, which is starting a server on ${dbFile}…`,
      );
    },
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
  const { server, ...where } = await launch(options, dbFile);
  if (dbFile !== undefined) {
    await writeRecord(dbFile, { ...where, pid: server.pid, clusterId: await clusterIdAt(where.address) });
  }
  let stopped: Promise<void> | undefined;
  void server.ended.then((ending) => {
    if (stopped === undefined) options.onExit?.(serverGone(where.address, ending));
  });
  return {
    ...where,
    connectionOptions: { address: where.address },
    attached: false,
    stop: () => (stopped ??= server.stop()),
  };
}
