import { described } from './compare';
import { define, type Functions, type Refuse } from './define';

/** Functions for texts. Their positions count characters, from 1, or from the end. */
export function textFunctions(refuse: Refuse): Functions {
  return {
    substring: define(['string', 'start position', 'length'], (text, start, length) => {
      if (typeof text !== 'string' || typeof start !== 'number') return unfit('substring', text, start);
      if (start === 0 || (typeof length === 'number' && length < 0))
        return refuse(`substring: positions begin at 1, and ${described(length ?? start)} is none`);
      const characters = [...text];
      const first = Math.trunc(start > 0 ? start - 1 : Math.max(0, characters.length + start));
      const end = typeof length === 'number' ? first + Math.trunc(length) : undefined;
      return characters.slice(first, end).join('');
    }),
    'string join': define(['list', 'delimiter', 'prefix', 'suffix'], (list, delimiter, prefix, suffix) => {
      if (list === null || list === undefined) return null;
      const items = (Array.isArray(list) ? (list as unknown[]) : [list]).filter((item) => item !== null);
      const wrong = items.find((item) => typeof item !== 'string');
      if (wrong !== undefined) return refuse(`string join: ${described(wrong)} is no text`);
      const [between, before, after] = [delimiter, prefix, suffix].map((text) => text ?? '');
      return `${String(before)}${items.join(String(between))}${String(after)}`;
    }),
    trim: define(['string'], (text) => (typeof text === 'string' ? text.trim() : unfit('trim', text))),
    'is blank': define(['string'], (text) =>
      typeof text === 'string' ? text.trim() === '' : unfit('is blank', text),
    ),
    'to base64': define(['value'], (text) =>
      typeof text === 'string' ? base64(text) : unfit('to base64', text),
    ),
    uuid: define([], uuid),
  };

  /** Nothing comes of nothing. */
  function unfit(name: string, ...values: readonly unknown[]): null {
    const wrong = values.every((value) => value !== null && value !== undefined);
    return wrong ? refuse(`${name}: it takes texts, not ${values.map(described).join(', ')}`) : null;
  }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Written out: workflow code has no Node. */
function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let written = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = bytes.subarray(i, i + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => DIGITS[(bits >> shift) & 63]);
    written += digits.map((digit, at) => (at > 1 && [b, c][at - 2] === undefined ? '=' : digit)).join('');
  }
  return written;
}

/** Version 4; in workflows `Math.random` gives the same in each replay. */
function uuid(): string {
  const hex = (mask: number, bits: number) => ((Math.floor(Math.random() * 16) & mask) | bits).toString(16);
  return '########-####-4###-v###-############'.replace(/[#v]/g, (mark) =>
    mark === '#' ? hex(15, 0) : hex(3, 8),
  );
}
