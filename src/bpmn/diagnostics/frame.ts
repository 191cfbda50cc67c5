import type { Position } from './diagnostic';
import type { Source } from './source';

const LINES_BEFORE = 2;
const LINES_AFTER = 1;
const WIDTH = 100;

/**
 * The lines around a position with a marker below the place that is meant:
 *
 * ```
 *   11 |   <bpmn:exclusiveGateway id="Gateway_1">
 * > 12 |   <bpmn:sequenceFlow id="Flow_1" sourceRef="Gateway_1" targetRef="Nowhere" />
 *      |                                                                   ^^^^^^^
 * ```
 *
 * Long lines are cut around the position, so XML in a single line stays readable.
 */
export function frame(source: Source, position: Position): string {
  const first = Math.max(position.line - LINES_BEFORE, 1);
  const last = Math.min(position.line + LINES_AFTER, source.lineCount);
  const gutter = String(last).length;
  const cut = windowStart(source, position);
  const rows: string[] = [];

  for (let number = first; number <= last; number += 1) {
    const { start, end } = source.line(number);
    const row = printable(source.text.slice(start + cut, Math.min(end, start + cut + WIDTH)));
    const marked = number === position.line;
    const ellipses = {
      before: cut > 0 && row !== '' ? '…' : '',
      after: end > start + cut + WIDTH ? '…' : '',
    };
    rows.push(
      `${marked ? '>' : ' '} ${String(number).padStart(gutter)} | ${ellipses.before}${row}${ellipses.after}`,
    );
    if (marked) {
      const column = position.column - 1 - cut;
      const indent = ' '.repeat(ellipses.before.length + column);
      const length = Math.max(
        1,
        Math.min(position.length, end - start - position.column + 1, WIDTH - column),
      );
      rows.push(`  ${' '.repeat(gutter)} | ${indent}${'^'.repeat(length)}`);
    }
  }
  return rows.map((row) => row.trimEnd()).join('\n');
}

/** How many characters are cut off on the left so that the position is in view. */
function windowStart(source: Source, position: Position): number {
  const { start, end } = source.line(position.line);
  const column = position.column - 1;
  const wanted = column + Math.min(position.length, WIDTH / 2);
  if (wanted <= WIDTH) return 0;
  return Math.max(0, Math.min(column - WIDTH / 4, end - start - WIDTH));
}

/** One column per character: tabs and control characters (which terminals would obey) become spaces. */
function printable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001F\u007F-\u009F\uFEFF]/g, ' ');
}
