import { frame } from '../../../src/bpmn/diagnostics/frame';
import { createSource } from '../../../src/bpmn/diagnostics/source';

function frameOf(text: string, what: string): string {
  const source = createSource('f', text);
  return frame(source, source.position(text.indexOf(what), what.length));
}

test('shows the lines around and marks what is meant', () => {
  const text = Array.from({ length: 12 }, (_, i) => `  <line number="${i + 1}"/>`).join('\n');
  expect(frameOf(text, 'number="10"')).toBe(
    [
      '   8 |   <line number="8"/>',
      '   9 |   <line number="9"/>',
      '> 10 |   <line number="10"/>',
      '     |         ^^^^^^^^^^^',
      '  11 |   <line number="11"/>',
    ].join('\n'),
  );
});

test('cuts one extremely long line around the place', () => {
  const text = `${'<a/>'.repeat(100_000)}<here/>${'<b/>'.repeat(100_000)}`;
  const [row, marker] = frameOf(text, '<here/>').split('\n') as [string, string];
  expect(row.length).toBeLessThan(120);
  expect(row.slice(marker.indexOf('^'), marker.lastIndexOf('^') + 1)).toBe('<here/>');
});

test('keeps the marker below a place after tabs, and control characters out of the terminal', () => {
  const [row, marker] = frameOf('\t\t\u001B[31m<x/>', '<x/>').split('\n') as [string, string];
  expect(row).not.toMatch(/[\t\u001B]/); // eslint-disable-line no-control-regex
  expect(row.slice(marker.indexOf('^'))).toBe('<x/>');
});

test('marks at least one character, also at the end of the text', () => {
  const source = createSource('f', '<a>');
  expect(frame(source, source.position(3, 0))).toBe('> 1 | <a>\n    |    ^');
});

test('marks only the first line of what spans several', () => {
  const text = '<a\n  b="1"\n  c="2">';
  const source = createSource('f', text);
  expect(frame(source, source.position(0, text.length))).toBe('> 1 | <a\n    | ^^\n  2 |   b="1"');
});
