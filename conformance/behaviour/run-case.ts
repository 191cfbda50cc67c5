import { addIsoDuration, parseIsoDuration } from 'batonflow/contract';
import { isClientError } from 'batonflow/client';
import type { TestEnvironment } from 'batonflow/testing';
import { endOf } from './history';
import type { Executed } from './judge';
import type { Prepared } from './prepare';
import type { CaseRecord } from './record';

/** Starts the case's process, lets its time pass, and reads what came of it. */
export async function runCase(
  environment: TestEnvironment,
  prepared: Prepared,
  record: CaseRecord,
): Promise<Executed> {
  const { startFirst, process, variables, advance } = prepared.of;
  let trouble: string | undefined;
  const settled = async () => {
    trouble ??= await environment.idle().then(
      () => undefined,
      (error: Error) => error.message,
    );
  };

  if (startFirst !== undefined) {
    await start(environment, prepared, record, startFirst, {});
    await settled();
  }
  const due = after(await environment.now(), advance);
  const run = await start(environment, prepared, record, process, variables);
  await settled();
  // Time passes by itself, if slowly, so the rest is skipped and not all of it.
  const rest = due.getTime() - (await environment.now()).getTime();
  if (trouble === undefined && rest > 0) {
    await environment.advance(rest);
    await settled();
  }

  const { events } = await run.history();
  return {
    kind: 'executed',
    started: record.started || !prepared.tellsStart,
    log: record.log,
    marker: record.marker,
    intervals: record.intervals,
    ...endOf(events ?? []),
    ...troubleOf(record, trouble),
  };
}

function troubleOf({ unexplained }: CaseRecord, trouble: string | undefined): Pick<Executed, 'trouble'> {
  if (unexplained !== undefined) return { trouble: `the suites do not explain the script "${unexplained}"` };
  return trouble === undefined ? {} : { trouble };
}

/** Terminates whatever still runs. */
export async function endRuns({ client }: TestEnvironment, { workflows }: CaseRecord): Promise<void> {
  for (const id of workflows) {
    await client
      .get(undefined, id)
      .terminate('the case is over')
      .catch((error: unknown) => {
        if (!isClientError(error, 'not-found')) throw error;
      });
  }
}

async function start(
  { client }: TestEnvironment,
  { of, processes }: Prepared,
  record: CaseRecord,
  process: string,
  variables: Readonly<Record<string, unknown>>,
) {
  const type = processes.find(({ id }) => id === process)?.workflowType;
  if (type === undefined) throw new Error(`${of.id}: ${process} was not prepared.`);
  const run = await client.start(type, variables);
  record.workflows.add(run.id);
  return run;
}

function after(moment: Date, advance: string): Date {
  const duration = parseIsoDuration(advance);
  if (!duration) throw new Error(`"${advance}" is no ISO 8601 duration.`);
  return addIsoDuration(moment, duration);
}
