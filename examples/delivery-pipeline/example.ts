import { pushed } from './client/pushed';
import { defineExample } from '../shared/runner/example';
import { startDeliveryServices } from './services';
import { changes, project } from './services/project';
import { deliverCommit } from './workflows/deliver-commit.process';
import { deliveryPipeline } from './workflows/delivery-pipeline.process';

/** What is committed where it is the commit that makes the pipeline fail. */
const commits: Readonly<Record<string, keyof typeof changes>> = {
  build: 'broken',
  tests: 'onlyOnLinux',
  vulnerable: 'vulnerable',
};

export const example = defineExample({
  title: 'Delivery pipeline',
  shows:
    'A commit in a git repository, built, tested for three targets and scanned, approved by a person, rolled out stage by ' +
    'stage; withdrawn if it does not do well, and given up for a newer one.',
  start: startDeliveryServices,
  processes: [deliverCommit, deliveryPipeline],
  ends: 'released',

  failures: {
    scanner: {
      shows: 'The scanner is down for two calls: it is asked again until it answers.',
      switchOn: ({ all }) => all.scanner.fail('down', { times: 2 }),
    },
    lost: {
      shows:
        'The answer to a deployment is lost: it is asked for again, and changes nothing the second time.',
      switchOn: ({ all }) =>
        all.deployments.fail('duplicate', { times: 1, route: 'PUT /releases/:image/share' }),
    },
    nonsense: {
      shows: 'The scanner answers nonsense: an incident, until alice has it tried again.',
      switchOn: ({ all }) => all.scanner.fail('wrong', { times: 1 }),
    },
    build: { shows: 'The commit does not build: the committer is told.', ends: 'not released' },
    tests: { shows: 'The tests fail on Windows: the committer is told.', ends: 'not released' },
    vulnerable: { shows: 'A dependency is vulnerable: the committer is told.', ends: 'not released' },
    rejected: { shows: 'The release manager says no.', ends: 'not released' },
    unhealthy: {
      shows: 'Requests fail when half of the users have the release: everybody gets the one of before again.',
      switchOn: ({ all }) => all.deployments.sickFrom(50),
      ends: 'not released',
    },
    superseded: {
      shows:
        'A newer commit comes while the release is rolled out: it is withdrawn, and the newer one released.',
    },
  },

  async play({ process, client, services, failure, follow }) {
    const { repository, deployments } = services.all;
    const people = {
      tasks: {
        'Approve release': () => ({ approved: failure !== 'rejected', reason: 'not before the holidays' }),
      },
      incident: () => 'retry' as const,
    };
    await repository.commit('As it was', project);
    const older = await push(
      commits[failure ?? ''] ?? 'polite',
      failure === 'superseded' ? 'PT1H' : 'PT0.2S',
    );
    let newer: typeof older | undefined;
    await follow(older, {
      ...people,
      async step({ name, state }) {
        if (failure !== 'superseded' || name !== 'Deploy to share' || state !== 'completed') return;
        newer = await push('polite', 'PT0.2S');
      },
    });
    const { image } = await (newer ? follow(newer, people) : older.result());
    deployments.sickFrom(undefined);
    const { released, candidate } = deployments.state();
    if (candidate !== '') return 'half released';
    return image !== '' && released === image ? 'released' : 'not released';

    async function push(change: keyof typeof changes, watch: string) {
      const before = await repository.git('rev-parse', 'HEAD');
      const commit = await repository.commit('A change', changes[change]);
      const committer = 'dana@example.com';
      return pushed(client, process, { branch: 'main', before, commit, committer, watch });
    }
  },
});
