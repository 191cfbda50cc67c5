import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { writeFiles } from '../../src/cli/write-files';
import { temporaryFolder } from './support/temporary-folder';

const folder = temporaryFolder();

test('writes files and the folders they need, and returns what changed', () => {
  folder.write({ 'same.ts': 'same', 'old.ts': 'old' });
  const files = [
    { file: folder.path('same.ts'), content: 'same' },
    { file: folder.path('old.ts'), content: 'new' },
    { file: folder.path('a', 'b', 'c.ts'), content: 'fresh' },
  ];
  expect(writeFiles(files)).toEqual(files.slice(1));
  expect(readFileSync(folder.path('old.ts'), 'utf8')).toBe('new');
  expect(readFileSync(folder.path('a', 'b', 'c.ts'), 'utf8')).toBe('fresh');
  expect(readdirSync(folder.path()).sort()).toEqual(['a', 'old.ts', 'same.ts']);
});

test('leaves a file alone that has its content already', () => {
  folder.write({ 'same.ts': 'same' });
  const before = statSync(folder.path('same.ts')).ino;
  expect(writeFiles([{ file: folder.path('same.ts'), content: 'same' }])).toEqual([]);
  expect(statSync(folder.path('same.ts')).ino).toBe(before);
});

test('writes nothing when one file cannot be written, and says which and why', () => {
  folder.write({ 'old.ts': 'old' });
  mkdirSync(folder.path('taken.ts'));
  const files = ['old.ts', 'new/one.ts', 'taken.ts'].map((name) => ({
    file: folder.path(name),
    content: 'new',
  }));
  expect(() => writeFiles(files)).toThrow(`${folder.path('taken.ts')} cannot be written: it is a folder.`);
  expect(readFileSync(folder.path('old.ts'), 'utf8')).toBe('old');
  expect(existsSync(folder.path('new'))).toBe(false);
  expect(readdirSync(folder.path()).sort()).toEqual(['old.ts', 'taken.ts']);
});

test('removes the folders it made when the way to a file is blocked', () => {
  folder.write({ 'a-file': '' });
  const files = [
    { file: folder.path('new', 'deep', 'x.ts'), content: 'x' },
    { file: folder.path('a-file', 'y.ts'), content: 'y' },
  ];
  expect(() => writeFiles(files)).toThrow('part of the path is a file, not a folder');
  expect(readdirSync(folder.path())).toEqual(['a-file']);
});
