import { connectTo } from '../connect';
import { scheduleLine } from '../deploy/print-schedules';
import { deploymentOfProject } from '../deploy/processes-to-deploy';
import { processContracts } from '../find-process';
import type { Project } from '../project';
import type { KnownServer } from '../server';
import { say } from './say';

/**
 * Makes the schedules of the project's timer start events what its diagrams say, and says what has changed. On a server
 * that is not its own it changes none: others may rely on them, and there `baton deploy` is a step of its own.
 */
export async function deploySchedules(
  project: Project,
  server: KnownServer,
  { isOwn }: { readonly isOwn: boolean },
): Promise<void> {
  try {
    const contracts = await processContracts(project);
    await using client = await connectTo(project, server);
    const options = { dryRun: !isOwn, deployment: deploymentOfProject(project) };
    const schedules = await client.schedules.deploy(contracts, options);
    const changes = schedules.filter(({ outcome }) => outcome !== 'unchanged' && outcome !== 'over');
    if (isOwn) for (const change of changes) say(`Schedule ${change.outcome}: ${scheduleLine(change)}`);
    else if (changes.length > 0) {
      say(`The schedules at ${server.address} are not what the diagrams say: \`baton deploy\` changes them.`);
    }
  } catch (error) {
    say(`The schedules were not deployed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
