import type { Command } from 'commander';
import { SERVER_HELP } from './shared';

interface Options {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function addDeploy(program: Command): void {
  program
    .command('deploy')
    .description('make the schedules of timer start events what the diagrams say')
    .argument(
      '[paths...]',
      'diagrams, or folders of them; default: all processes of the project around the current folder',
    )
    .option('--dry-run', 'say what would be done, and change nothing')
    .option('--json', 'print the schedules as JSON')
    .addHelpText('after', SERVER_HELP)
    .action(async (paths: readonly string[], { dryRun = false, json = false }: Options) => {
      const { connectTo } = await import('../connect.js');
      const { deploy } = await import('../../client/deploy.js');
      const { scheduleLines, scheduleSummary } = await import('../deploy/print-schedules.js');
      const { processesToDeploy } = await import('../deploy/processes-to-deploy.js');
      const { project, contracts, deployment } = await processesToDeploy(paths);
      await using client = await connectTo(project);
      const schedules = await deploy(client, contracts, {
        dryRun,
        ...(deployment !== undefined && { deployment }),
      });
      if (json) return console.log(JSON.stringify({ dryRun, schedules }, null, 2));
      console.log([...scheduleLines(schedules), scheduleSummary(schedules, dryRun)].join('\n'));
    });
}
