import { quote } from '../../../src/bpmn/4-emit/doc';
import { commentLines, docComment, wrap } from '../../../src/bpmn/4-emit/comments';

test.each([
  '',
  "it's",
  '"quoted"',
  `both ' and "`,
  'line\nbreak\r\tand tab',
  'back\\slash',
  '${x} `y`',
  '\u0000\u2028',
])('a text comes out of its literal as it went in: %j', (text) => {
  expect(new Function(`return ${quote(text)};`)()).toBe(text);
  expect(quote(text)).not.toMatch(/[\n\r\u2028]/);
});

test('nothing in a text can end the comment that it stands in', () => {
  const hostile = 'first */ process.exit(); /*\nsecond\u2028third\r\nfourth';
  for (const line of commentLines({ name: hostile, documentation: hostile, notes: [hostile] }, 2)) {
    expect(line).toMatch(/^ {2}\/\/ /);
  }
  const comment = docComment([hostile], 0).join('\n');
  expect(comment.indexOf('*/')).toBe(comment.length - 2);
});

test('characters that turn the direction of a text are left out', () => {
  expect(commentLines({ name: 'a\u202Eb\u2066c', notes: [] }, 0)).toEqual(['// abc']);
});

test('long comments are broken between words, and code in backticks is not', () => {
  expect(wrap('one two `three four` five', 8)).toEqual(['one two', '`three four`', 'five']);
});
