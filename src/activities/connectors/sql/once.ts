import { currentActivity } from '../shared/running';
import { sqlRejected } from './failures';
import type { SqlSession } from './types';

const TABLE = `create table if not exists baton_idempotency (
  key varchar(1000) primary key,
  result text,
  created_at timestamp default current_timestamp not null
)`;

/** Keys that the running attempt of an activity has used, by activity. */
const used = new WeakMap<object, Set<string>>();

/**
 * Does `work` unless it was done under this key before: its result is kept in the same transaction, so either both are
 * there or neither. A second attempt that runs at the same time waits for the first one.
 */
export async function once<T>(session: SqlSession, key: string, work: () => Promise<T>): Promise<T> {
  refuseSecondUse(key);
  const { changes } = await session.run(
    ['insert into baton_idempotency (key) values (', ') on conflict do nothing'],
    [key],
  );
  if (changes === 0) {
    const { rows } = await session.run(['select result from baton_idempotency where key = ', ''], [key]);
    return parsed<T>((rows[0] as { result: string | null } | undefined)?.result ?? null);
  }
  const result = JSON.stringify(await work()) as string | undefined;
  await session.run(['update baton_idempotency set result = ', ' where key = ', ''], [result ?? null, key]);
  // As a later attempt would get it.
  return parsed<T>(result ?? null);
}

/** Makes the table if it is not there; asked first, for not every user may make tables. */
export async function ensureTable(session: SqlSession): Promise<void> {
  try {
    await session.run(['select 1 from baton_idempotency where 1 = 0'], []);
  } catch {
    await session.run([TABLE], []);
  }
}

function parsed<T>(result: string | null): T {
  return (result === null ? undefined : JSON.parse(result)) as T;
}

/** The second of two transactions would silently get the result of the first one. */
function refuseSecondUse(key: string): void {
  const activity = currentActivity();
  if (!activity) return;
  const keys = used.get(activity) ?? new Set();
  if (keys.has(key)) {
    throw sqlRejected(
      'SQL: this activity makes a second transaction under one idempotency key. Give each its own `idempotencyKey`.',
    );
  }
  used.set(activity, keys.add(key));
}
