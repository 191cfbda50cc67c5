import { spaces, WIDTH } from './doc';

/** What a diagram says about an element in words. */
export interface Comment {
  readonly name?: string;
  readonly documentation?: string;
  readonly notes: readonly string[];
}

/** Name, documentation and annotations as line comments, which nothing in the text can end. */
export function commentLines(element: Comment, indent: number): string[] {
  return textsOf(element).flatMap((text) =>
    wrap(text, WIDTH - indent - 3).map((line) => `${spaces(indent)}// ${line}`.trimEnd()),
  );
}

export function hasComment(element: Comment): boolean {
  return textsOf(element).some((text) => wrap(text, WIDTH).length > 0);
}

function textsOf({ name, documentation, notes }: Comment): string[] {
  return [name?.replace(/\s+/g, ' '), documentation, ...notes].filter(
    (text) => text !== undefined && text.trim() !== '',
  ) as string[];
}

/** A doc comment; what would end it is broken up. */
export function docComment(texts: readonly (string | undefined)[], indent: number): string[] {
  const given = texts.filter((text) => text !== undefined && text.trim() !== '') as string[];
  const paragraphs = given.map((text) => wrap(text.replaceAll('*/', '* /'), WIDTH - indent - 3));
  const [only] = paragraphs;
  if (paragraphs.length === 1 && only?.length === 1 && (only[0]?.length ?? 0) + indent + 7 <= WIDTH) {
    return [`${spaces(indent)}/** ${only[0]} */`];
  }
  const lines = paragraphs.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));
  return [
    `${spaces(indent)}/**`,
    ...lines.map((line) => `${spaces(indent)} * ${line}`.trimEnd()),
    `${spaces(indent)} */`,
  ];
}

/** Controls that would make a comment look like something else; not the line breaks. */
const INVISIBLE = /[\u202a-\u202e\u2066-\u2069]|(?![\n\r\t])\p{Cc}/gu;

/** The lines of a text, none longer than `width` unless by a single word. */
export function wrap(text: string, width: number): string[] {
  return text
    .replace(INVISIBLE, '')
    .trim()
    .split(/\r\n|\r|\n|\u2028|\u2029/)
    .flatMap((paragraph) => {
      const lines = [''];
      // Code in backticks stays together.
      for (const word of paragraph.match(/`[^`]*`\S*|\S+/g) ?? []) {
        const line = lines.at(-1) ?? '';
        if (line === '') lines[lines.length - 1] = word;
        else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
        else lines.push(word);
      }
      return lines;
    });
}
