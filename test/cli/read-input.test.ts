import { readInput } from '../../src/cli/input/read-input';
import { jsonProblem } from '../../src/cli/input/json-problem';
import fc from 'fast-check';
import { temporaryFolder } from './support/temporary-folder';

const folder = temporaryFolder();

test('reads JSON, and JSON from a file', () => {
  expect(readInput('{"a": [1, true, null, "x"]}', '--input')).toEqual({ a: [1, true, null, 'x'] });
  folder.write({ 'order.json': '\uFEFF{"id": 1}\n' });
  expect(readInput(`@${folder.path('order.json')}`, '--input')).toEqual({ id: 1 });
});

test.each([
  ['', 1, 1, 'a value'],
  ['{"a": 1,}', 1, 9, 'a name in double quotes'],
  ["{'a': 1}", 1, 2, 'a name in double quotes'],
  ['{a: 1}', 1, 2, 'a name in double quotes'],
  ['{"a" 1}', 1, 6, '":"'],
  ['{"a": 1 "b": 2}', 1, 9, '"," or "}"'],
  ['[1 2]', 1, 4, '"," or "]"'],
  ['{"a": undefined}', 1, 7, 'a value'],
  ['{"a": 01}', 1, 8, '"," or "}"'],
  ['{"a": 1} x', 1, 10, 'the end'],
  ['{\n  "a": "x",\n  "b": nope\n}', 3, 8, 'a value'],
])('says where %j is not JSON', (text, line, column, expected) => {
  expect(() => readInput(text, '--input')).toThrow(
    `--input is not JSON: line ${line}, column ${column} should be ${expected}.`,
  );
});

test('points at the mistake', () => {
  expect(() => readInput('{"amount": 42, "id": o-1}', '--input')).toThrow(
    '\n    {"amount": 42, "id": o-1}\n                         ^',
  );
});

test('says which file is not JSON, or cannot be read', () => {
  folder.write({ 'order.json': '{' });
  expect(() => readInput(`@${folder.path('order.json')}`, '--input')).toThrow('order.json) is not JSON');
  expect(() => readInput(`@${folder.path('none.json')}`, '--input')).toThrow(
    'none.json cannot be read: no such file or folder.',
  );
});

test('finds a mistake exactly where JSON.parse does', () => {
  const nearlyJson = fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([json, at, noise]) => {
    const place = at % (json.length + 1);
    return json.slice(0, place) + noise + json.slice(place + noise.length);
  });
  fc.assert(
    fc.property(nearlyJson, (text) => {
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      expect(jsonProblem(text) === undefined).toBe(valid);
    }),
    { numRuns: 2000 },
  );
});
