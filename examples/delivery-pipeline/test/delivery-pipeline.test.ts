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
  const { scanner, deployments, mailbox, repository } = stage.services.all;
  for (const service of [scanner, deployments, mailbox]) service.heal();
  deployments.sickFrom(undefined);
  await repository.commit('As it was', project);
});

const failures = Object.keys(example.failures);

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

    it.each([
      ['broken', 'greet.mjs does not build'],
      ['onlyOnLinux', 'The tests fail on windows-x64'],
      ['vulnerable', 'left-pad 1.0.0 is vulnerable: EX-2026-17'],
    ] as const)('tells the committer what is wrong: %s', async (change, text) => {
      const { run, mail } = await push(pipeline, changes[change]);
      await run.result();
      expect(mail()?.subject).toMatch(/^main \w{7} is not released$/);
      expect(mail()?.text).toContain(text);
      expect(mail()?.text).not.toContain('linux-x64');
    });

    it('releases the last of many commits that come at once', async () => {
      const runs: ProcessRun<Process>[] = [];
      for (const number of [1, 2, 3]) runs.push((await push(pipeline, { 'README.md': `# ${number}\n` })).run);
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
  const { run } = await push(deliveryPipeline, changes.polite);
  await approve(run);
  await until(() => deployments.state().share === 10);
  await stage.worker.kill();
  await stage.startWorker();

  const { image } = await run.result();
  expect(deployments.state()).toEqual({ released: image, candidate: '', share: 0 });
});

/** Commits, and does what the repository's hook does. */
async function push(pipeline: Process, change: Files) {
  const { repository, mailbox } = stage.services.all;
  const before = await repository.git('rev-parse', 'HEAD');
  const commit = await repository.commit('A change', change);
  const committer = `dana+${commit.slice(0, 7)}@example.com`;
  const news = { branch: 'main', before, commit, committer, watch: 'PT0.1S' };
  const run = await pushed(stage.client, pipeline, news);
  return { run, mail: () => mailbox.messages(committer).at(-1) };
}

/** What the release manager does, once there is something to decide. */
async function approve(run: ProcessRun<Process>): Promise<void> {
  await until(async () => (await run.tasks()).some(({ state }) => state === 'open'));
  const [task] = await run.tasks();
  const address = { workflowId: run.id, id: task!.id };
  await stage.client.tasks.complete(address, { approved: true }, { user: 'rita' });
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}
