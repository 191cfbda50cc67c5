import { parts } from './catalogue';
import type { Entry } from './catalogue/entry';

const SEVERITY: Readonly<Record<Entry['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  strict: 'warning, error with `--strict`',
};

/** The page docs/diagnostics.md: every code with its message, why it is reported and what to do. */
export function diagnosticsPage(): string {
  const all = parts.flatMap(({ entries }) => Object.entries(entries));
  const strict = all.filter(([, { severity }]) => severity === 'strict').map(([code]) => code);
  return [
    '# Diagnostics',
    '',
    'Everything that `baton compile` and `baton lint` can say about a diagram. An error stops the compile: no file is',
    'written. Words in braces are filled in with the names and values of the diagram.',
    '',
    '<!-- Generated from src/bpmn/diagnostics/catalogue by `npm run docs`. -->',
    '',
    '**Errors only with `--strict`**, because nearly every real diagram does what they forbid, or because the meaning is',
    `clear without it: ${strict.map((code) => `[${code}](#${code})`).join(', ')}.`,
    '',
    ...parts.flatMap(({ title, entries }) => [
      `## ${title}`,
      '',
      ...Object.entries(entries).flatMap(([code, entry]) => section(code, entry)),
    ]),
  ].join('\n');
}

function section(code: string, { severity, message, why, fix }: Entry): string[] {
  return [
    `### ${code}`,
    '',
    `_${SEVERITY[severity]}_`,
    '',
    `> ${escaped(message)}`,
    '',
    `**Why.** ${escaped(why)}`,
    '',
    `**What to do.** ${escaped(fix)}`,
    '',
  ];
}

/** Elements in angle brackets would be taken for HTML. */
function escaped(text: string): string {
  return text.replace(/`[^`]*`|[<>*_]/g, (part) => (part.length > 1 ? part : `\\${part}`));
}
