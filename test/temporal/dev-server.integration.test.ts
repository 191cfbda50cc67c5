import { Client, Connection } from '@temporalio/client';
import { defineSearchAttributeKey } from '@temporalio/common';
import { msToTs } from '@temporalio/common/lib/time';
import {
  registerSearchAttributes,
  startDevServer,
  type DevServer,
  type ServerError,
} from 'batonflow/temporal';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { untilReady } from '../../src/temporal/dev-server/ready';
import { eventually, exitOf, firstLine, isRunning, ps, startProgram } from './processes';

let folder: string;
let dbFile: string;
let open: DevServer[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-dev-server-'));
  dbFile = join(folder, 'temporal.db');
  open = [];
});
afterEach(async () => {
  await Promise.all(open.map((server) => server.stop()));
  rmSync(folder, { recursive: true });
});

const anyPort = { port: 0, uiPort: 0 };

async function start(options: Parameters<typeof startDevServer>[0] = {}): Promise<DevServer> {
  const server = await startDevServer({ ...anyPort, ...options });
  open.push(server);
  return server;
}

async function withClient<T>(server: DevServer, use: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect(server.connectionOptions);
  try {
    return await use(new Client({ connection, namespace: server.namespace }));
  } finally {
    await connection.close();
  }
}

function recordedPid(): number {
  return (JSON.parse(readFileSync(`${dbFile}.server.json`, 'utf8')) as { pid: number }).pid;
}

function answers(address: string): Promise<boolean> {
  const [host, port] = address.split(':');
  return new Promise((resolve) => {
    const socket = createConnection({ host, port: Number(port) });
    const end = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => {
      end(true);
    });
    socket.once('error', () => {
      end(false);
    });
  });
}

describe('a dev server', () => {
  test('can be used at once, by search attributes too, and is gone after stop', async () => {
    const server = await start();
    const businessKey = defineSearchAttributeKey('BatonBusinessKey', 'KEYWORD');
    await withClient(server, async (client) => {
      await client.workflow.start('any', {
        taskQueue: 'nobody',
        workflowId: 'one',
        typedSearchAttributes: [{ key: businessKey, value: 'order-1' }],
      });
      await eventually('the run is found by its key', async () => {
        const { count } = await client.workflow.count(
          "BatonBusinessKey = 'order-1' AND BatonIncident IS NULL",
        );
        return count === 1;
      });
    });
    expect((await fetch(server.uiUrl)).status).toBe(200);

    await server.stop();
    await server.stop();
    await expect(answers(server.address)).resolves.toBe(false);
  });

  test('listens on loopback only', async () => {
    await start({ dbFile });
    const pid = recordedPid();
    const sockets = execFileSync('ss', ['-ltnpH'], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line.includes(`pid=${String(pid)},`))
      .map((line) => line.trim().split(/\s+/)[3]);
    expect(sockets.length).toBeGreaterThan(2);
    expect(sockets.filter((address) => !address?.startsWith('127.0.0.1:'))).toEqual([]);
  });

  test('takes other ports when the usual ones are taken', async () => {
    const [first, second] = await Promise.all([startDevServer(), startDevServer()]);
    open.push(first, second);
    expect(first.address).not.toBe(second.address);
    expect(first.uiUrl).not.toBe(second.uiUrl);
  });

  test('refuses a port that was asked for and is taken', async () => {
    const { address } = await start();
    const port = Number(address.split(':')[1]);
    await expect(startDevServer({ port, uiPort: 0 })).rejects.toMatchObject({ code: 'port-in-use' });
  });

  test('makes the namespace that was asked for', async () => {
    const server = await start({ namespace: 'orders' });
    expect(server.namespace).toBe('orders');
    await withClient(server, async (client) => {
      await expect(client.workflow.count("BatonProcess = 'x'")).resolves.toMatchObject({ count: 0 });
    });
  });

  test('appends its log to the file that was given', async () => {
    const logFile = join(folder, 'server.log');
    const server = await start({ logFile, logLevel: 'info' });
    await server.stop();
    expect(readFileSync(logFile, 'utf8')).toContain('level=INFO');
  });

  test('refuses a log file in a folder that cannot be', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(startDevServer({ logFile: join(folder, 'file', 'server.log') })).rejects.toMatchObject({
      code: 'folder-not-writable',
    });
  });

  test('that ends by itself is reported', async () => {
    const exits: ServerError[] = [];
    const server = await start({ dbFile, onExit: (error) => exits.push(error) });
    process.kill(recordedPid(), 'SIGKILL');
    await eventually('the exit is reported', () => exits.length === 1);
    expect(exits[0]).toMatchObject({
      code: 'server-gone',
      message: expect.stringContaining(`The Temporal dev server at ${server.address} was ended by SIGKILL`),
    });
  });

  test('that is stopped is not reported', async () => {
    const exits: ServerError[] = [];
    const server = await start({ onExit: (error) => exits.push(error) });
    await server.stop();
    expect(exits).toEqual([]);
  });

  test('that cannot start says why', async () => {
    writeFileSync(dbFile, 'this is no database');
    await expect(start({ dbFile })).rejects.toMatchObject({
      code: 'server-start-failed',
      message: expect.stringMatching(
        /exited with code 1 before it was ready. Its last lines:\n.*move it away/s,
      ),
    });
    expect(existsSync(`${dbFile}.server.json`)).toBe(false);
  });
});

describe('a database file', () => {
  test('keeps runs from one start to the next', async () => {
    const first = await start({ dbFile });
    await withClient(first, async (client) => {
      await client.workflow.start('any', { taskQueue: 'nobody', workflowId: 'kept' });
    });
    await first.stop();
    const second = await start({ dbFile });
    expect(second.attached).toBe(false);
    await withClient(second, async (client) => {
      await expect(client.workflow.getHandle('kept').describe()).resolves.toMatchObject({ type: 'any' });
    });
  });

  test('that is open already is shared, with a namespace of its own if need be', async () => {
    const first = await start({ dbFile });
    const second = await start({ dbFile, namespace: 'other' });
    expect(second).toMatchObject({ attached: true, address: first.address, namespace: 'other' });
    await second.stop();
    await expect(answers(first.address)).resolves.toBe(true);
    await withClient(second, async (client) => {
      await expect(client.workflow.count("BatonProcess = 'x'")).resolves.toMatchObject({ count: 0 });
    });
  });

  test('opened by two at once gets one server', async () => {
    const servers = await Promise.all([start({ dbFile }), start({ dbFile })]);
    expect(servers.map((server) => server.attached).sort()).toEqual([false, true]);
    expect(servers[0].address).toBe(servers[1].address);
  });

  test('tells those who share its server when it ends', async () => {
    const exits: ServerError[] = [];
    const first = await start({ dbFile });
    await start({ dbFile, onExit: (error) => exits.push(error) });
    await first.stop();
    await eventually('the exit is reported', () => exits.length === 1);
    expect(exits[0]).toMatchObject({ code: 'server-gone' });
  });

  test('with a stale record is opened again', async () => {
    const other = await start({ dbFile: join(folder, 'other.db') });
    const record = {
      pid: process.pid,
      address: other.address,
      uiUrl: '',
      namespace: 'default',
      clusterId: 'x',
    };
    writeFileSync(`${dbFile}.server.json`, JSON.stringify(record));
    const server = await start({ dbFile });
    expect(server.attached).toBe(false);
    expect(server.address).not.toBe(other.address);
  });

  test('in a folder that cannot be is refused', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(startDevServer({ dbFile: join(folder, 'file', 'x.db') })).rejects.toMatchObject({
      code: 'folder-not-writable',
    });
  });
});

describe('the process that started a server', () => {
  async function startElsewhere() {
    const parent = startProgram('start-dev-server.js', [JSON.stringify({ ...anyPort, dbFile })]);
    const server = JSON.parse(await firstLine(parent)) as DevServer;
    const pid = recordedPid();
    return { parent, server, pid, supervisor: Number(ps('ppid', pid)) };
  }

  test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('takes it along when ended by %s', async (signal) => {
    const { parent, pid, supervisor } = await startElsewhere();
    const exit = exitOf(parent);
    process.kill(-parent.pid!, signal);
    await expect(exit).resolves.toBe(signal);
    await eventually('server and supervisor are gone', () => !isRunning(pid) && !isRunning(supervisor));
    expect(existsSync(`${dbFile}.server.json`)).toBe(false);
  });

  test('is not kept running by it', async () => {
    const parent = startProgram('start-and-forget.js');
    const exit = exitOf(parent);
    const address = await firstLine(parent);
    await expect(exit).resolves.toBe(0);
    await eventually('the server is gone', async () => !(await answers(address)));
  });

  test('ends it also when the supervisor was killed', async () => {
    const { parent, pid, supervisor } = await startElsewhere();
    process.kill(supervisor, 'SIGKILL');
    await eventually('the server is gone', () => !isRunning(pid));
    parent.kill();
  });
});

test('a server that ended is not taken for another one at its address', async () => {
  const other = await start();
  const ended = sleep(500).then(() => ({ how: 'exited with code 1', output: 'address already in use' }));
  const awaited = { address: other.address, namespace: 'default', metricsUrl: 'http://127.0.0.1:1/metrics' };
  await expect(untilReady(awaited, ended)).resolves.toMatchObject({ how: 'exited with code 1' });
});

test('search attributes are registered where they are missing', async () => {
  const server = await start();
  const connection = await Connection.connect(server.connectionOptions);
  await connection.workflowService.registerNamespace({
    namespace: 'bare',
    workflowExecutionRetentionPeriod: msToTs('1 day'),
  });
  await expect(registerSearchAttributes(connection, 'bare')).resolves.toEqual({
    registered: true,
    missing: [],
    commands: [],
  });
  await connection.close();
});
