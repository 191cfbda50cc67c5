import { arrow, call, lambda } from '../../../src/bpmn/4-emit/doc';
import { namedImport } from '../../../src/bpmn/4-emit/imports';
import { guarded, headed, isTooLong, statementLines } from '../../../src/bpmn/4-emit/lines';

const long = `const text = '${'x'.repeat(120)}';`;

test('a line that is too long is kept from formatting once, by the statement that it stands in', () => {
  const inner = guarded([`  ${long}`], 2, true);
  expect(inner).toEqual(['  // prettier-ignore', `  ${long}`]);
  expect(isTooLong(['await scope(async () => {', ...inner, '});'])).toBe(false);
});

test('a long line behind one that is kept counts', () => {
  const inner = guarded(['  await task(', `    ${long}`, '  );'], 2, true);
  expect(isTooLong(['scope(() => {', ...inner, '  pass();', '});'])).toBe(false);
  expect(isTooLong(['scope(() => {', ...inner, `  ${long}`, '});'])).toBe(true);
});

test('a long text that has a line to itself needs no protection from formatting', () => {
  const text = `'${"it\\'s ".repeat(30)}'`;
  expect(isTooLong(['feel(', `  ${text},`, ');'])).toBe(false);
  expect(isTooLong(['feel(', `  ${text} + ${text},`, ');'])).toBe(true);
});

test('code under a comment stands apart from it where it has a comment of its own', () => {
  expect(headed(['// Late'], ['// Apologise', 'pass();'])).toEqual([
    '// Late',
    '',
    '// Apologise',
    'pass();',
  ]);
  expect(headed(['// More?'], ['while (more) {', '}'])).toEqual(['// More?', 'while (more) {', '}']);
  expect(headed(['// Late'], ['// late', 'pass();'])).toEqual(['// late', 'pass();']);
});

test('arguments that are called with functions themselves get a line each', () => {
  const block = arrow('async ()', (indent) => [`${' '.repeat(indent)}pass();`]);
  const when = call('when', call('holds', 'vars', lambda('({ a })', 'a')), block);
  expect(statementLines(when, 0)).toEqual([
    'when(',
    '  holds(vars, ({ a }) => a),',
    '  async () => {',
    '    pass();',
    '  },',
    ');',
  ]);
});

test('an expression that does not fit behind the arrow of a function stands below it', () => {
  const long = call('feel', `'${'x'.repeat(80)}'`, 'vars');
  expect(statementLines(call('script', "'Task_1'", lambda('()', long)), 0)).toEqual([
    "script('Task_1', () =>",
    `  feel('${'x'.repeat(80)}', vars),`,
    ');',
  ]);
});

test('a single name stays on the line of its import', () => {
  const name = 'x'.repeat(110);
  expect(namedImport([name], './a')).toEqual([`import { ${name} } from './a';`]);
});
