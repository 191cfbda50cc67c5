import type { Bounds } from './drawn';

const LINE = 14;
/** Of a letter on average, at 12 pixels. */
const LETTER = 6.2;
/** At 11 pixels. */
const SMALL = 5.6;
const NARROWEST = 80;

/** A text in lines that fit the width, in the middle of the box. */
export function textIn(text: string | undefined, box: Bounds, anchor: 'start' | 'middle' = 'middle'): string {
  if (text === undefined || text === '') return '';
  const { x, y, width, height } = box;
  const lines = linesOf(text, width, LETTER);
  const left = anchor === 'middle' ? x + width / 2 : x;
  const top = y + height / 2 - ((lines.length - 1) * LINE) / 2 + 4;
  return lines
    .map(
      (line, i) => `<text x="${left}" y="${top + i * LINE}" text-anchor="${anchor}">${escape(line)}</text>`,
    )
    .join('');
}

/** Labels beside shapes need not fit the box that a modeler made for them, but stay about there. */
export function labelIn(text: string | undefined, { x, y, width }: Bounds): string {
  if (text === undefined || text === '') return '';
  const wide = Math.max(width, NARROWEST);
  const lines = linesOf(text, wide, SMALL);
  return lines
    .map((line, i) => {
      const at = `x="${x + width / 2}" y="${y + 11 + i * LINE}"`;
      return `<text ${at} text-anchor="middle" class="label">${escape(line)}</text>`;
    })
    .join('');
}

export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function linesOf(text: string, width: number, letter: number): readonly string[] {
  const letters = Math.max(8, Math.floor(width / letter));
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
