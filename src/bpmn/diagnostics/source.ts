import type { Position } from './diagnostic';

/** The text of a file with an index of its lines, so that offsets become lines and columns in logarithmic time. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly lineCount: number;
  /** Position of a range; offsets outside the text are moved to its ends. */
  position(offset: number, length: number): Position;
  /** Offsets of a line's first character and of its end without the line break; lines count from 1. */
  line(number: number): { readonly start: number; readonly end: number };
}

/** Understands `\n`, `\r\n` and `\r` as line breaks. A byte order mark takes no column. */
export function createSource(file: string, text: string): Source {
  const starts = lineStarts(text);

  return {
    file,
    text,
    lineCount: starts.length,
    position(offset, length) {
      const first = Math.min(Math.max(offset, 0), text.length);
      const index = lastAtOrBefore(starts, first);
      return Object.freeze({
        line: index + 1,
        column: Math.max(first - at(starts, index), 0) + 1,
        offset: first,
        length: Math.min(length, text.length - first),
      });
    },
    line(number) {
      const start = at(starts, number - 1);
      let end = starts[number] ?? text.length;
      while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end -= 1;
      return { start, end };
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0];
  for (const lineBreak of text.matchAll(/\r\n|\r|\n/g)) starts.push(lineBreak.index + lineBreak[0].length);
  return starts;
}

/** Index of the last entry that is not above `offset`; the first one if all are. */
function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (at(starts, middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function at(starts: readonly number[], index: number): number {
  return starts[index] ?? 0;
}
