import { CancelledFailure } from '@temporalio/common';
import { sql, type SqlClient, type SqlStatements } from 'batonflow/sql';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asBpmnError } from '../../../src/shared/bpmn-error';
import { PostgresServer, postgresPrograms } from './postgres-server';
import { environment, failureIn, inActivity } from './running-activity';

interface Server {
  readonly url: string;
  stop(): Promise<void> | void;
}

function sqliteFile(): Server {
  const folder = mkdtempSync(join(tmpdir(), 'baton-sqlite-'));
  return {
    url: `file:${join(folder, 'data.db')}`,
    stop: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

const kinds: readonly (readonly [string, () => Server | Promise<Server>])[] = [
  ['SQLite', sqliteFile],
  ...(postgresPrograms ? [['PostgreSQL', () => new PostgresServer().start()] as const] : []),
];
if (!postgresPrograms) process.stderr.write('PostgreSQL is not installed: its tests are left out.\n');

const amounts = (rows: readonly { amount: number }[]) => rows.map(({ amount }) => amount);

describe.each(kinds)('%s', (kind, start) => {
  let server: Server;
  let db: SqlClient;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    db = sql({ url: server.url });
    await db.change`create table entries (id varchar(100) primary key, amount integer not null check (amount > 0))`;
  });
  afterEach(async () => {
    await db.change`drop table entries`;
    await db.change`drop table if exists baton_idempotency`;
    await db.close();
  });
  const all = async () =>
    amounts(await db.query<{ amount: number }>`select amount from entries order by amount`);
  const book = (id: string, amount: number) => async (tx: SqlStatements) => {
    const changed = await tx.change`insert into entries (id, amount) values (${id}, ${amount})`;
    return { changed, id };
  };

  it('never takes a value for a part of a statement', async () => {
    const id = "x'); drop table entries; --";
    await inActivity(() => db.change`insert into entries (id, amount) values (${id}, ${5})`);
    expect(await db.query`select id from entries where id = ${id} and amount >= ${1}`).toEqual([{ id }]);
  });

  it('does the work of an activity once', async () => {
    const first = await inActivity(() => db.transaction(book('a', 5)), { attempt: 1 });
    const second = await inActivity(() => db.transaction(book('a', 5)), { attempt: 2 });
    expect([first, second]).toEqual([
      { changed: 1, id: 'a' },
      { changed: 1, id: 'a' },
    ]);
    await inActivity(() => db.transaction(book('b', 6)), { activityId: 'Task_Other#1' });
    await inActivity(() => db.transaction(book('c', 7), { idempotencyKey: 'own' }));
    expect(await all()).toEqual([5, 6, 7]);
  });

  it('does it once though two attempts run at the same time', async () => {
    const other = sql({ url: server.url });
    const slowly = async (tx: SqlStatements) => {
      const result = await book('a', 5)(tx);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return result;
    };
    const results = await Promise.allSettled([
      inActivity(() => db.transaction(slowly)),
      inActivity(() => other.transaction(slowly)),
    ]);
    const failed = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    // SQLite may say that it is busy; the next attempt finds the work done.
    for (const reason of failed)
      expect(reason).toMatchObject({ type: 'SqlUnavailable', nonRetryable: false });
    await inActivity(() => other.transaction(slowly));
    expect(await all()).toEqual([5]);
    await other.close();
  });

  it('does nothing, and remembers nothing, when the work fails', async () => {
    const failing = async (tx: SqlStatements) => {
      await book('a', 5)(tx);
      throw new Error('after all');
    };
    await expect(inActivity(() => db.transaction(failing))).rejects.toThrow('after all');
    expect(await all()).toEqual([]);
    await inActivity(() => db.transaction(book('a', 6)));
    expect(await all()).toEqual([6]);
  });

  it('gives what a later attempt would get', async () => {
    const values = async () => Promise.resolve({ when: new Date(0), none: undefined, list: [1] });
    const json = { when: '1970-01-01T00:00:00.000Z', list: [1] };
    for (const attempt of [1, 2])
      expect(await inActivity(() => db.transaction(values), { attempt })).toEqual(json);
    const nothing = () => inActivity(() => db.transaction(() => Promise.resolve(), { idempotencyKey: 'n' }));
    expect([await nothing(), await nothing()]).toEqual([undefined, undefined]);
  });

  it('refuses a second transaction under one key', async () => {
    const failure = await failureIn(async () => {
      await db.transaction(book('a', 5));
      await db.transaction(book('b', 5));
    });
    expect(failure).toMatchObject({ type: 'SqlRejected', nonRetryable: true });
    expect(failure.message).toContain('Give each its own `idempotencyKey`');
    expect(await all()).toEqual([5]);
  });

  it('says no for good', async () => {
    await db.transaction(book('a', 5));
    const unique = await failureIn(() => db.transaction(book('a', 6)));
    expect(unique).toMatchObject({
      type: 'SqlRejected',
      nonRetryable: true,
      details: [{ constraint: 'unique' }],
    });
    const check = await failureIn(() => db.transaction(book('b', -1)));
    expect(check).toMatchObject({ type: 'SqlRejected', details: [{ constraint: 'check' }] });
    const errors = { unique: 'ALREADY_BOOKED' };
    const mapped = await failureIn(() => db.transaction(book('a', 6), { errors }));
    expect(asBpmnError(mapped)?.code).toBe('ALREADY_BOOKED');
    const syntax = await failureIn(() => db.query`selec`);
    expect(syntax).toMatchObject({ type: 'SqlRejected', nonRetryable: true });
  });

  it('keeps values as they are', async () => {
    const bytes = new Uint8Array([1, 255]);
    if (kind === 'PostgreSQL') {
      const [row] =
        await db.query`select ${true}::boolean as yes, ${bytes}::bytea as bytes, ${[1, 2]}::int[] as list, ${null}::text as none`;
      expect(row).toEqual({ yes: true, bytes: Buffer.from(bytes), list: [1, 2], none: null });
    } else {
      const [row] =
        await db.query`select ${true} as yes, ${bytes} as bytes, ${new Date(0)} as at, ${null} as none`;
      expect(row).toMatchObject({ yes: 1, at: '1970-01-01T00:00:00.000Z', none: null });
      expect(Buffer.from((row as { bytes: Uint8Array }).bytes)).toEqual(Buffer.from(bytes));
    }
    await expect(db.query`select ${undefined as never}`).rejects.toMatchObject({ type: 'SqlRejected' });
  });
});

if (postgresPrograms)
  describe('PostgreSQL', () => {
    let server: PostgresServer;
    let db: SqlClient;
    beforeAll(async () => {
      server = await new PostgresServer().start();
      db = sql({ url: server.url });
    });
    afterAll(async () => {
      await db.close();
      await server.stop();
    });

    it('is asked again after a conflict', async () => {
      await db.change`create table counters (id integer primary key, n integer)`;
      await db.change`insert into counters values (1, 0)`;
      const failure = await failureIn(() =>
        db.transaction(
          async (tx) => {
            await tx.query`select n from counters`;
            await db.change`update counters set n = n + 1`;
            await tx.change`update counters set n = n + 1`;
          },
          { isolation: 'serializable' },
        ),
      );
      expect(failure).toMatchObject({
        type: 'SqlUnavailable',
        nonRetryable: false,
        details: [{ code: '40001' }],
      });
    });

    it('stops when the activity does, or takes too long', async () => {
      const activity = environment();
      const sleeping = activity.run(() =>
        db.transaction(async (tx) => {
          setTimeout(() => {
            activity.cancel();
          }, 50);
          await tx.query`select pg_sleep(20)`;
        }),
      );
      await expect(sleeping).rejects.toBeInstanceOf(CancelledFailure);
      const slow = sql({ url: server.url, timeout: '100 ms' });
      const failure = await failureIn(() => slow.query`select pg_sleep(20)`);
      expect(failure).toMatchObject({ type: 'SqlUnavailable', nonRetryable: false });
      await slow.close();
    });

    it('is asked again when it is not there, or breaks off', async () => {
      expect(await inActivity(() => db.query`select 1 as one`)).toEqual([{ one: 1 }]);
      const failure = await failureIn(() =>
        db.transaction(async (tx) => {
          await server.stop();
          return tx.query`select 1`;
        }),
      );
      expect(failure).toMatchObject({ type: 'SqlUnavailable', nonRetryable: false });
      const nobody = sql({ url: 'postgres://baton@127.0.0.1:1/postgres' });
      const refused = await failureIn(() => nobody.query`select 1`);
      expect(refused).toMatchObject({ type: 'SqlUnavailable', nonRetryable: false });
    });
  });
