/** `baton init`, as far as it needs no npm; what it makes is tried by test/init. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baton } from './support/baton';
import { temporaryFolder } from './support/temporary-folder';

const folder = temporaryFolder();
const init = (...args: readonly string[]) => baton(['init', ...args], { cwd: folder.path() });

test('makes the project and says what to do next', async () => {
  const { code, stdout, stderr } = await init('my-app');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Made my-app with \d+ files/);
  expect(stdout).toMatch(/cd my-app\n +npm install\n +npm start .*\n +npm test\n$/);
  expect(JSON.parse(readFileSync(folder.path('my-app/package.json'), 'utf8'))).toMatchObject({
    name: 'my-app',
  });
  expect(readFileSync(folder.path('my-app/.gitignore'), 'utf8')).toContain('.baton/');
});

test('works in the current folder as well', async () => {
  folder.write({ 'here/.git/HEAD': '' });
  const { code, stdout } = await baton(['init', '.'], { cwd: folder.path('here') });
  expect(code).toBe(0);
  expect(stdout).not.toContain('cd ');
  expect(readdirSync(folder.path('here'))).toContain('src');
});

test.each([
  ['a folder that is not empty', ['taken'], 'taken is not empty (there is notes.txt).'],
  ['a file', ['notes.txt'], 'notes.txt is a file.'],
  ['a name that no package can have', ['My App'], '"My App" cannot be the name of a project.'],
  ['no name', [], "missing required argument 'folder'"],
])('refuses %s, and writes nothing', async (_what, args, message) => {
  folder.write({ 'taken/notes.txt': 'mine', 'notes.txt': 'mine' });
  const { code, stdout, stderr } = await init(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(readdirSync(folder.path()).sort()).toEqual(['notes.txt', 'taken']);
  expect(readdirSync(folder.path('taken'))).toEqual(['notes.txt']);
});

test('a place where nothing can be written: which, why, what to do, and nothing is left behind', async () => {
  folder.write({ 'notes.txt': 'mine' });
  const { code, stderr } = await init('notes.txt/my-app');
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /error: .*my-app.* cannot be written: part of the path is a file, not a folder\.\n {2}Make the folder writable/,
  );
  expect(readdirSync(folder.path())).toEqual(['notes.txt']);
});

test('the compiled files of the template are what its diagram says', async () => {
  const template = join(__dirname, '../../templates/project');
  expect(await baton(['compile', '--check', '--strict'], { cwd: template })).toMatchObject({
    code: 0,
    stderr: '',
  });
});
