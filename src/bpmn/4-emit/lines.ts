import { hasVerbatim, spaces, WIDTH, type Doc } from './doc';
import { print } from './print-doc';

const IGNORED = '// prettier-ignore';

/** One statement of TypeScript, and a semicolon. */
export function statementLines(doc: Doc, indent: number, before = ''): string[] {
  const text = before + print(doc, { indent, column: indent + before.length, after: 1 });
  const lines = `${spaces(indent)}${text};`.split('\n');
  return guarded(lines, indent, hasVerbatim(doc) || isTooLong(lines));
}

/** `if (…) {`, `} else if (…) {`, `while (…) {`: broken inside of the parentheses where it is too long. */
export function headLines(before: string, doc: Doc, after: string, indent: number): string[] {
  const line = print(doc, { indent: indent + 2, column: indent + before.length, after: after.length });
  if (!line.includes('\n') && indent + before.length + line.length + after.length <= WIDTH) {
    return [spaces(indent) + before + line + after];
  }
  const inner = indent + 2;
  const broken = print(doc, { indent: inner, column: inner, after: 0 }).split('\n');
  return [
    spaces(indent) + before,
    `${spaces(inner)}${broken[0] ?? ''}`,
    ...broken.slice(1),
    spaces(indent) + after,
  ];
}

/**
 * Lines that formatting would change (text taken over from the diagram, or text that cannot be broken and is too long)
 * are kept from it.
 */
export function guarded(lines: readonly string[], indent: number, isNeeded: boolean): string[] {
  return isNeeded ? [`${spaces(indent)}${IGNORED}`, ...lines] : [...lines];
}

/** What is kept from formatting already does not count, nor do texts that have a line to themselves, or share it with a key. */
export function isTooLong(lines: readonly string[]): boolean {
  return unguarded(lines).some((line) => line.length > WIDTH && !TEXT_ALONE.test(line));
}

const TEXT_ALONE = /^\s*([^\s'":]+: )?(['"])(?:(?!\2)[^\\]|\\.)*\2,?$/;

/** The lines without those statements that `guarded` was called for before. */
function unguarded(lines: readonly string[]): readonly string[] {
  let kept: string | undefined;
  return lines.filter((line) => {
    const isKept = kept !== undefined;
    if (isKept && line.startsWith(kept ?? '') && /^\S.*[;}]$/.test(line.slice(kept?.length)))
      kept = undefined;
    if (line.endsWith(IGNORED)) kept = line.slice(0, -IGNORED.length);
    return !isKept;
  });
}

const COMMENT = /^\s*\/\/ (?!prettier-ignore)/;
const LOOP_OR_BRANCHES = /^\s*([\p{L}\p{N}_$]+: )?(while|do|for|await parallel)\b/u;

/** Whether code stands apart from what is before it. */
export function beginsAnew([first = '']: readonly string[]): boolean {
  return COMMENT.test(first) || LOOP_OR_BRANCHES.test(first);
}

/** Chunks of code one after another, with a blank line where something new begins. */
export function joinChunks(chunks: readonly (readonly string[])[]): string[] {
  const lines: string[] = [];
  for (const chunk of chunks) {
    if (chunk.length === 0) continue;
    if (lines.length > 0 && beginsAnew(chunk)) lines.push('');
    lines.push(...chunk);
  }
  return lines;
}

/** Code under a comment: apart from it where the code has its own, and without it where that says the same. */
export function headed(comment: readonly string[], lines: readonly string[]): string[] {
  const [first = ''] = lines;
  if (comment.length === 0 || !COMMENT.test(first)) return [...comment, ...lines];
  const [only = '', ...more] = comment;
  const isRepeated = more.length === 0 && only.trim().toLowerCase() === first.trim().toLowerCase();
  return isRepeated ? [...lines] : [...comment, '', ...lines];
}
