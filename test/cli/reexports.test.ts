import { reexportedFiles } from '../../src/cli/diagrams/reexports';
import { temporaryFolder } from './support/temporary-folder';

const folder = temporaryFolder();

test('follows exports through other modules, in every spelling, and not what is commented out', () => {
  folder.write({
    'index.ts': `
      /** export * from './in-a-comment'; */
      // export * from './commented-out';
      export * from './star';
      export { named } from "./named.js";
      export * from './sub';
      import { imported } from './imported';
    `,
    'star.ts': "export * from './index';",
    'named.ts': '',
    'sub/index.ts': "export { deep,\n other } from './deep.workflow';",
    'sub/deep.workflow.ts': '',
    'in-a-comment.ts': '',
    'commented-out.ts': '',
    'imported.ts': '',
  });
  const names = ['index.ts', 'star.ts', 'named.ts', 'sub/index.ts', 'sub/deep.workflow.ts'];
  expect([...reexportedFiles(folder.path('index.ts'))].sort()).toEqual(
    names.map((name) => folder.path(name)).sort(),
  );
});

test('counts a module that is still to be compiled', () => {
  folder.write({ 'index.ts': "export * from './order.workflow';" });
  expect(reexportedFiles(folder.path('index.ts'))).toContain(folder.path('order.workflow.ts'));
});
