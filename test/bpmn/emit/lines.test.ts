import { guarded, isTooLong } from '../../../src/bpmn/4-emit/lines';

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
