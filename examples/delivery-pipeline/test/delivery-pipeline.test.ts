import { join } from 'node:path';
import type { ProcessRun } from 'batonflow/client';
import type { Files } from '../../shared/services/repository';
import { startStage, type TestStage } from '../../shared/testing/stage';
import { pushed } from '../client/pushed';
import { example } from '../example';
import type { DeliveryServices } from '../services';
import { changes, project } from '../services/project';
import { deliverCommit } from '../workflows/deliver-commit.process';
import { deliveryPipeline } from '../workflows/delivery-pipeline.process';

type Process = typeof deliverCommit | typeof deliveryPipeline;

/** Repository and services, and a worker in a process of its own, as they run outside of tests. */
let stage: TestStage<DeliveryServices, Process>;
beforeAll(async () => {
  stage = await startStage(example, join(__dirname, '..'));
});
afterAll(() => stage.stop());
afterEach(async () => {
  stage.heal();
  const { deployments, repository } = stage.services.all;
  deployments.sickFrom(undefined);
  await repository.commit('As it was', project);
});

/** What the committer is told when the commit is to blame. */
const reasons = [
  ['build', 'greet.mjs does not build'],
  ['tests', 'The tests fail on windows-x64'],
  ['vulnerable', 'left-pad 1.0.0 is vulnerable: EX-2026-17'],
] as const;

const failures = Object.keys(example.failures).filter((one) => reasons.every(([failure]) => failure !== one));

// By hand and from the diagram: the same services, the same outcome.
describe.each([{ pipeline: deliverCommit }, { pipeline: deliveryPipeline }])(
  '$pipeline.name',
  ({ pipeline }) => {
    it('ends as it should', async () => {
      expect(await stage.play(pipeline)).toBe(example.ends);
    });

    it.each(failures)('ends as it should, failing: %s', async (failure) => {
      const { ends = example.ends } = example.failures[failure]!;
      expect(await stage.play(pipeline, failure)).toBe(ends);
    });

    it.each(reasons)(
      'ends as it should, and tells the committer why, failing: %s',
      async (failure, reason) => {
        expect(await stage.play(pipeline, failure)).toBe(example.failures[failure]!.ends);
        const mail = stage.services.all.mailbox.messages('dana@example.com').at(-1);
        expect(mail?.subject).toMatch(/^main \w{7} is not released$/);
        expect(mail?.text).toContain(reason);
        expect(mail?.text).not.toContain('linux-x64');
      },
    );

    it('releases the last of many commits that come at once', async () => {
      const runs: ProcessRun<Process>[] = [];
      for (const number of [1, 2, 3]) runs.push(await push(pipeline, { 'README.md': `# ${number}\n` }));
      const last = runs.pop()!;
      for (const run of runs) expect((await run.result()).approved).toBe(false);
      await approve(last);
      const { image } = await last.result();
      expect(stage.services.all.deployments.state()).toEqual({ released: image, candidate: '', share: 0 });
    });
  },
);

it('goes on with another worker when one is killed', async () => {
  // Deployed, but the worker does not get to know.
  const { deployments } = stage.services.all;
  deployments.fail('slow', { times: 1, route: 'PUT /releases/:image/share' });
  const run = await push(deliveryPipeline, changes.polite);
  await approve(run);
  await until(() => deployments.state().share === 10);
  await stage.worker.kill();
  await stage.startWorker();

  const { image } = await run.result();
  expect(deployments.state()).toEqual({ released: image, candidate: '', share: 0 });
});

/** Commits, and does what the repository's hook does. */
async function push(pipeline: Process, change: Files): Promise<ProcessRun<Process>> {
  const { repository } = stage.services.all;
  const before = await repository.git('rev-parse', 'HEAD');
  const commit = await repository.commit('A change', change);
  const committer = 'dana@example.com';
  return pushed(stage.client, pipeline, { branch: 'main', before, commit, committer, watch: 'PT0.1S' });
}

/** What the release manager does, once there is something to decide. */
async function approve(run: ProcessRun<Process>): Promise<void> {
  const task = await stage.opened({ workflowId: run.id }, 'Approve release');
  await stage.client.tasks.complete(task, { approved: true }, { user: 'rita' });
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}
