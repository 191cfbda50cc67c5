import type { Command } from 'commander';
import { relative, resolve } from 'node:path';
import { newProject } from '../new-project';
import { writeFiles } from '../write-files';

export function addInit(program: Command): void {
  program
    .command('init')
    .description('make a new project: a process written by hand, one drawn as a diagram, tests, and a worker')
    .argument('<folder>', 'folder to make; its name becomes that of the package')
    .addHelpText('after', '\nExample:\n  baton init my-app')
    .action((folder: string) => {
      const files = writeFiles(newProject(folder));
      const place = relative('.', resolve(folder)) || '.';
      console.log(`Made ${place} with ${files.length} files. Next:\n`);
      if (place !== '.') console.log(`  cd ${place}`);
      console.log('  npm install');
      console.log('  npm start        # a Temporal server, the worker, and a run of each process');
      console.log('  npm test');
    });
}
