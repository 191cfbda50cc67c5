import { addIsoDuration, parseIsoDuration } from 'batonflow/contract';
import type { TestEnvironment } from 'batonflow/testing';
import { endOf } from '../../dist/testing/scenarios/run/observed';
import type { Subject } from '../../dist/testing/scenarios/run/subject';
import type { Lane } from '../../dist/testing/scenarios/server/lane';
import type { Executed } from './judge';
import type { Prepared } from './prepare';
import { CaseRecord, type ScriptCall } from './record';

/** Starts the case's process, lets its time pass, and reads what came of it. */
export function runCase(lane: Lane, prepared: Prepared): Promise<Executed> {
  const record = new CaseRecord();
  const play = {
    subject: subjectOf(prepared, record),
    scenario: { name: prepared.of.id },
    stub: 'listed' as const,
  };
  return lane.run(play, async ({ environment }) => {
    const result = await perform(environment, prepared, record);
    return { result, isAtRest: result.trouble === undefined };
  });
}

/** Its scripts are the real activity. */
function subjectOf({ of, deployment, processes }: Prepared, record: CaseRecord): Subject {
  return {
    type: of.process,
    process: of.process,
    deployment,
    diagram: undefined,
    activities: { script: async (call: ScriptCall) => record.script(call) },
    types: new Map(processes.map(({ id, workflowType }) => [id, workflowType])),
  };
}

async function perform(
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
    await start(environment, prepared, startFirst, {});
    await settled();
  }
  const due = after(await environment.now(), advance);
  const run = await start(environment, prepared, process, variables);
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
    ...stateOf(endOf(events?.at(-1), {})),
    ...troubleOf(record, trouble),
  };
}

/** A run that was cancelled, or ended from outside, has failed. */
function stateOf({
  status,
  failure,
}: ReturnType<typeof endOf>): Pick<Executed, 'status' | 'failure' | 'errorCode'> {
  if (status === 'waiting') return { status: 'running' };
  if (status === 'completed') return { status };
  const { code, message } = failure ?? {};
  return {
    status: 'failed',
    ...(message !== undefined && { failure: message }),
    ...(code !== undefined && { errorCode: code }),
  };
}

function troubleOf({ unexplained }: CaseRecord, trouble: string | undefined): Pick<Executed, 'trouble'> {
  if (unexplained !== undefined) return { trouble: `the suites do not explain the script "${unexplained}"` };
  return trouble === undefined ? {} : { trouble };
}

async function start(
  { client }: TestEnvironment,
  { of, processes }: Prepared,
  process: string,
  variables: Readonly<Record<string, unknown>>,
) {
  const type = processes.find(({ id }) => id === process)?.workflowType;
  if (type === undefined) throw new Error(`${of.id}: ${process} was not prepared.`);
  return client.start(type, variables);
}

function after(moment: Date, advance: string): Date {
  const duration = parseIsoDuration(advance);
  if (!duration) throw new Error(`"${advance}" is no ISO 8601 duration.`);
  return addIsoDuration(moment, duration);
}
