import type { ProcessRun } from 'batonflow/client';
import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import * as activities from '../activities';
import { pushed } from '../client/pushed';
import { startDeliveryServices, type DeliveryServices } from '../services';
import { changes, project } from '../services/project';
import type { Files } from '../../shared/services/repository';
import { deliverCommit } from '../workflows/deliver-commit.process';
import { deliveryPipeline } from '../workflows/delivery-pipeline.process';

let services: DeliveryServices;
let environment: TestEnvironment;

beforeAll(async () => {
  services = await startDeliveryServices();
  Object.assign(process.env, services.env);
  environment = await createTestEnvironment({
    workflowsPath: require.resolve('../workflows'),
    activities,
    incidents: true,
    server: { address: process.env['BATON_TEST_ADDRESS'] ?? '' },
  });
});
afterAll(async () => {
  await environment.dispose();
  await services.stop();
});
afterEach(async () => {
  const { scanner, deployments, mailbox, repository } = services.all;
  for (const service of [scanner, deployments, mailbox]) service.heal();
  deployments.sickFrom(undefined);
  await repository.commit('As it was', project);
});

// By hand and from the diagram: the same with the same services.
describe.each([{ pipeline: deliverCommit }, { pipeline: deliveryPipeline }])(
  '$pipeline.name',
  ({ pipeline }) => {
    /** Commits, and does what the repository's hook does. */
    async function push(change: Files, watch = 'PT0.1S') {
      const { repository } = services.all;
      const before = await repository.git('rev-parse', 'HEAD');
      const commit = await repository.commit('A change', change);
      const committer = `dana+${commit.slice(0, 7)}@example.com`;
      const run = await pushed(environment.client, pipeline, {
        branch: 'main',
        before,
        commit,
        committer,
        watch,
      });
      return { run, mail: () => services.all.mailbox.messages(committer).at(-1) };
    }

    it('releases a good commit to everybody', async () => {
      const { run, mail } = await push(changes.polite);
      await approve(run);
      const { image, tests } = await run.result();
      expect(tests.map(({ target, passed }) => [target, passed])).toEqual([
        ['linux-x64', true],
        ['linux-arm64', true],
        ['windows-x64', true],
      ]);
      expect(services.all.deployments.state()).toEqual({ released: image, candidate: '', share: 0 });
      expect(mail()?.subject).toMatch(/^main \w{7} is released$/);
    });

    it('tells what does not build', async () => {
      const { run, mail } = await push(changes.broken);
      await run.result();
      expect(mail()).toMatchObject({ subject: expect.stringContaining('is not released') as string });
      expect(mail()?.text).toContain('greet.mjs does not build');
    });

    it('tells on which targets the tests fail', async () => {
      const { run, mail } = await push(changes.onlyOnLinux);
      await run.result();
      expect(mail()?.text).toContain('The tests fail on windows-x64');
      expect(mail()?.text).not.toContain('linux');
    });

    it('tells of vulnerable dependencies, although the scanner is down at first', async () => {
      services.all.scanner.fail('down', { times: 1 });
      const { run, mail } = await push(changes.vulnerable);
      await run.result();
      expect(mail()?.text).toBe('left-pad 1.0.0 is vulnerable: EX-2026-17');
    });

    it('takes back what does not do well for half of the users', async () => {
      const { released } = services.all.deployments.state();
      services.all.deployments.sickFrom(50);
      const { run, mail } = await push(changes.polite);
      await approve(run);
      await run.result();
      expect(services.all.deployments.state()).toEqual({ released, candidate: '', share: 0 });
      expect(mail()?.text).toBe('7 % of the requests fail.');
    });

    it('rolls out once, although answers are lost', async () => {
      services.all.deployments.fail('duplicate', { times: 2 });
      const { run } = await push(changes.polite);
      await approve(run);
      const { image } = await run.result();
      expect(services.all.deployments.state()).toMatchObject({ released: image });
    });

    it('makes way for a newer commit', async () => {
      const older = await push(changes.polite, 'PT1H');
      await approve(older.run);
      await until(() => services.all.deployments.state().share === 10);
      const { released } = services.all.deployments.state();

      const newer = await push({ 'README.md': '# Greeter\n' });
      await older.run.result();
      expect(services.all.deployments.state()).toEqual({ released, candidate: '', share: 0 });
      expect(older.mail()).toBeUndefined();

      await approve(newer.run);
      const { image } = await newer.run.result();
      expect(services.all.deployments.state()).toMatchObject({ released: image });
    });

    it('releases the last of many commits that come at once', async () => {
      const runs: ProcessRun<typeof pipeline>[] = [];
      for (const number of [1, 2, 3, 4]) runs.push((await push({ 'README.md': `# ${number}\n` })).run);
      const last = runs.pop()!;
      for (const run of runs) await run.result();
      await approve(last);
      const { image } = await last.result();
      expect(services.all.deployments.state()).toEqual({ released: image, candidate: '', share: 0 });
      for (const run of runs) expect((await run.result()).approved).toBe(false);
    });
  },
);

/** What the release manager does, once there is something to decide. */
async function approve(run: ProcessRun): Promise<void> {
  const { client } = environment;
  await until(async () => (await run.tasks()).some(({ state }) => state === 'open'));
  const [task] = await run.tasks();
  await client.tasks.complete({ workflowId: run.id, id: task!.id }, { approved: true }, { user: 'rita' });
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}
