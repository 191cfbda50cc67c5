import type { Range } from './xml-element';

/**
 * Follows saxen through the text. saxen tells positions only by counting lines from the start of the file, which takes
 * quadratic time when every element is to have one; but its events come in the order of the text, so each begins at the
 * next `<` after the previous one.
 */
export interface TagCursor {
  /** Passes the start tag or end tag of the event that just came. */
  tag(): Range;
  /** Passes a comment, CDATA section, instruction or declaration, `length` characters long with its brackets. */
  section(length: number): Range;
  /** Passes text before the next tag. */
  text(length: number): Range;
  /** What was passed last. */
  readonly last: Range;
  /** Where the next tag begins, or else the text ends: the place of an error that ends the reading. */
  readonly next: Range;
}

export function createTagCursor(xml: string): TagCursor {
  let end = 0;
  let last: Range = { offset: 0, length: 0 };

  const pass = (offset: number, length: number): Range => {
    end = offset + length;
    last = { offset, length };
    return last;
  };
  const nextBracket = () => {
    const bracket = xml.indexOf('<', end);
    return bracket < 0 ? Math.max(end, xml.trimEnd().length) : bracket;
  };

  return {
    tag() {
      const offset = nextBracket();
      return pass(offset, endOfTag(xml, offset) - offset);
    },
    section(length) {
      return pass(nextBracket(), length);
    },
    text(length) {
      return pass(end, length);
    },
    get last() {
      return last;
    },
    get next() {
      return { offset: nextBracket(), length: 1 };
    },
  };
}

/** Offset after the `>` that ends a tag; a `>` in quotes does not. */
function endOfTag(xml: string, offset: number): number {
  for (let i = offset; i < xml.length; i += 1) {
    const character = xml[i];
    if (character === '>') return i + 1;
    if (character === '"' || character === "'") {
      const closing = xml.indexOf(character, i + 1);
      if (closing > 0) i = closing;
    }
  }
  return xml.length;
}
