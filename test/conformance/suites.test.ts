import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { narrowed, openSuite, UsageError } from '../../conformance/suites';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conformance-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a folder is what its suite.json says it is, else diagrams', () => {
  const suite = (content: unknown) => {
    writeFileSync(join(folder, 'suite.json'), JSON.stringify(content));
    return openSuite(folder);
  };
  expect(suite({ cases: [{ id: 'a' }] })).toMatchObject({ kind: 'behaviour', cases: [{ id: 'a' }], folder });
  expect(suite({ files: [{ diagram: 'a' }] })).toMatchObject({ kind: 'constraints' });
  expect(() => suite({})).toThrow('neither "cases" nor "files"');
  rmSync(join(folder, 'suite.json'));
  mkdirSync(join(folder, 'inner'));
  writeFileSync(join(folder, 'b.bpmn'), '');
  writeFileSync(join(folder, 'inner', 'a.bpmn'), '');
  writeFileSync(join(folder, 'notes.txt'), '');
  expect(openSuite(folder)).toMatchObject({ kind: 'diagrams', files: ['b.bpmn', join('inner', 'a.bpmn')] });
});

test('mistakes of the user are told as such', () => {
  expect(() => openSuite(join(folder, 'nowhere'))).toThrow(UsageError);
  expect(() => openSuite(folder)).toThrow('neither a suite.json nor diagrams');
  writeFileSync(join(folder, 'suite.json'), '{');
  expect(() => openSuite(folder)).toThrow(/suite\.json cannot be read: .*JSON/);
});

test('a suite is narrowed by name, to nothing if nothing has it', () => {
  const suite = { kind: 'diagrams', name: 'x', folder, files: ['order.bpmn', 'loan.bpmn'] } as const;
  expect(narrowed(suite, 'loan')).toMatchObject({ files: ['loan.bpmn'] });
  expect(narrowed(suite, 'invoice')).toBeUndefined();
});
