import { createSource } from '../../../src/bpmn/diagnostics/source';

test.each([
  ['\n', 'ab\ncd\n\nef'],
  ['\r\n', 'ab\r\ncd\r\n\r\nef'],
  ['\r', 'ab\rcd\r\ref'],
])('lines and columns with line break %j', (_name, text) => {
  const source = createSource('f', text);
  expect(source.lineCount).toBe(4);
  expect(source.position(text.indexOf('d'), 1)).toEqual({
    line: 2,
    column: 2,
    offset: text.indexOf('d'),
    length: 1,
  });
  expect(source.position(text.indexOf('e'), 2)).toMatchObject({ line: 4, column: 1, length: 2 });
  const { start, end } = source.line(2);
  expect(text.slice(start, end)).toBe('cd');
});

test('a byte order mark takes no column', () => {
  expect(createSource('f', '\uFEFFab').position(2, 1)).toMatchObject({ line: 1, column: 2, offset: 2 });
});

test('columns count UTF-16 units', () => {
  expect(createSource('f', '😀x').position(2, 1).column).toBe(3);
});

test('offsets outside the text are moved to its ends', () => {
  const source = createSource('f', 'abc');
  expect(source.position(99, 5)).toEqual({ line: 1, column: 4, offset: 3, length: 0 });
  expect(source.position(-1, 2)).toMatchObject({ offset: 0, length: 2 });
});
