import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Runnable } from '../../dist/cli/scenarios/prepare';
import { judge, type Failure } from '../../dist/testing/scenarios/run/judge';
import { look } from '../../dist/testing/scenarios/run/run-scenario';
import { Steps } from '../../dist/testing/scenarios/run/steps';
import { bundleCode } from '../../dist/testing/scenarios/server/bundle';
import { Lane, type Play, type Stage } from '../../dist/testing/scenarios/server/lane';
import { openRuns } from '../../dist/testing/scenarios/server/open-runs';
import { CONTINUE_AFTER_MEMO } from '../../src/shared/continuation';
import { asCode } from './scenarios';

/** Each has a server, on which one scenario runs at a time. */
const lanes: Lane[] = [];
afterAll(() => Promise.all(lanes.map((lane) => lane.close())));

/** The scenarios of samples with loops go on in new runs, and in runs of their own, wherever they can: at every turn. */
test('loops that go on in new runs', async () => {
  const loops = (await asCode()).filter(isLoop);
  const { workflowBundle } = await bundleCode(loops[0]?.workshop.code ?? [], new Map());
  // Not on the time-skipping server: it answers no queries, and skips no time, for runs that went on in new ones.
  lanes.push(new Lane(workflowBundle!, 'dev'), new Lane(workflowBundle!, 'dev'));
  const plays = loops.flatMap(({ subject, scenarios }) =>
    scenarios.content.scenarios.map((scenario) => ({ subject, scenario, stub: 'all' as const })),
  );
  expect(plays.length).toBeGreaterThan(20);
  const failed: { readonly name: string; readonly failures: readonly Failure[] }[] = [];
  const work = async (lane: Lane) => {
    for (let play = plays.shift(); play; play = plays.shift()) {
      const failures = await playThrough({ ...play, memo: { [CONTINUE_AFTER_MEMO]: 1 } }, lane);
      if (failures.length > 0) failed.push({ name: play.scenario.name, failures });
    }
  };
  await Promise.all(lanes.map(work));
  expect(failed).toEqual([]);
}, 900_000);

function isLoop({ subject, workshop }: Runnable): boolean {
  const home = workshop.code.find(({ names }) => names?.includes(subject.type));
  const source = readFileSync(home?.module ?? '', 'utf8');
  return /\b(turn|handOver)\(/.test(source) && !source.includes('timer(');
}

/** Nobody knows there when all is idle, so each step is tried until it can be done, and the result is awaited. */
function playThrough(play: Play, lane: Lane): Promise<readonly Failure[]> {
  const { given, startEvent, when = [], then = {} } = play.scenario;
  return lane.run(play, async (stage) => {
    const steps = new Steps(stage, play.subject);
    await steps.start(given, startEvent === undefined ? {} : { startEvent });
    const run = stage.environment.client.get(undefined, steps.main!.workflowId);
    for (const step of when) {
      await until(() => isListed(run.id, stage));
      await until(async () => (await steps.take(step)) === undefined);
    }
    await run.result().catch(() => undefined);
    return { result: judge(then, await look(play, stage)), isAtRest: true };
  });
}

async function isListed(workflowId: string, { environment }: Stage): Promise<boolean> {
  return (await openRuns(environment)).some((run) => run.workflowId === workflowId);
}

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await sleep(20);
}
