import type { Command } from 'commander';
import { requireProject } from '../project';
import { PROJECT_OPTION, SERVER_HELP } from './shared';

interface Options {
  readonly project?: string;
  readonly svg?: string;
  readonly json?: boolean;
}

export function addProgress(program: Command): void {
  program
    .command('progress')
    .description('show where a run is in its diagram, and has been: elements, sequence flows, times')
    .argument('<run>', 'workflow id of the run, also of one that has ended')
    .option('--svg <file>', 'draw the diagram with it to this file')
    .option('--json', 'print it as JSON')
    .option(...PROJECT_OPTION)
    .addHelpText('after', SERVER_HELP)
    .action(async (id: string, { project: folder, svg, json = false }: Options) => {
      const { openRun } = await import('../open-run.js');
      const { progressOf, writePicture } = await import('../run-progress.js');
      const { progressText } = await import('../print-progress.js');
      const project = requireProject(folder);
      await using opened = await openRun(project, id);
      const found = await progressOf(opened.run, project);
      if (svg !== undefined) await writePicture(found, svg);
      console.log(json ? JSON.stringify(found.progress, null, 2) : progressText(found.progress));
    });
}
