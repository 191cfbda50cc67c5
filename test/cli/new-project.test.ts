import { mkdirSync } from 'node:fs';
import { relative } from 'node:path';
import { newProject } from '../../src/cli/new-project';
import { installedFrom } from '../../src/cli/package-info';
import { temporaryFolder } from './support/temporary-folder';

const folder = temporaryFolder();

test('makes a project in the shape that users know, under its own name', () => {
  const files = newProject(folder.path('my-app'));
  const names = files.map(({ file }) => relative(folder.path('my-app'), file));
  expect(names).toEqual(
    expect.arrayContaining([
      'package.json',
      '.gitignore',
      'README.md',
      'tsconfig.json',
      'src/workflows/index.ts',
      'src/workflows/refund.bpmn',
      'src/workflows/refund.process.ts',
      'src/workflows/refund.workflow.ts',
      'src/activities/contracts.ts',
      'src/workers/worker.ts',
      'src/client/start.ts',
    ]),
  );
  expect(names.filter((name) => name.startsWith('test/'))).not.toEqual([]);
  const manifest = files.find(({ file }) => file.endsWith('package.json'));
  expect(JSON.parse(manifest?.content ?? '')).toMatchObject({ name: 'my-app' });
  expect(files.filter(({ content }) => content.includes('{{'))).toEqual([]);
});

test.each(['My-App', 'with space', '.hidden', 'ü', 'node_modules', '-x'])('refuses the name %s', (name) => {
  expect(() => newProject(folder.path(name))).toThrow(`"${name}" cannot be the name of a project.`);
});

test('refuses a folder that is not empty, and a file', () => {
  folder.write({ 'taken/notes.txt': '', file: '' });
  expect(() => newProject(folder.path('taken'))).toThrow(/taken is not empty \(there is notes\.txt\)/);
  expect(() => newProject(folder.path('file'))).toThrow(/file is a file/);
});

test('a fresh git repository counts as empty', () => {
  mkdirSync(folder.path('fresh', '.git'), { recursive: true });
  expect(newProject(folder.path('fresh'))).not.toEqual([]);
});

test('a package that was installed from a tarball is known to be, as long as that is there', () => {
  const lock = (resolved: string) => JSON.stringify({ packages: { 'node_modules/batonflow': { resolved } } });
  const root = folder.path('tools/node_modules/batonflow');
  folder.write({
    'tools/node_modules/.package-lock.json': lock('file:../batonflow.tgz'),
    'batonflow.tgz': '',
  });
  expect(installedFrom(root)).toBe(folder.path('batonflow.tgz'));
  folder.write({ 'tools/node_modules/.package-lock.json': lock('file:../gone.tgz') });
  expect(installedFrom(root)).toBeUndefined();
  folder.write({ 'tools/node_modules/.package-lock.json': lock('https://registry.example/batonflow.tgz') });
  expect(installedFrom(root)).toBeUndefined();
  expect(installedFrom(folder.path('elsewhere/node_modules/batonflow'))).toBeUndefined();
});
