/** What a suite came to, in a form that the terminal, the docs page and machines all show. */
export interface Report {
  readonly name: string;
  /** What the suite is, in one sentence. */
  readonly about: string;
  readonly tables: readonly Table[];
  readonly lists: readonly List[];
  readonly passed: number;
  readonly failed: number;
  /** Diagrams that ran as they should, as paths. */
  readonly ran?: readonly string[];
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

type Cell = string | number;

/** One line each: what failed and why. */
export interface List {
  readonly title: string;
  readonly lines: readonly string[];
}

export function asText({ name, about, tables, lists, passed, failed }: Report): string {
  return [
    `${name}: ${about}`,
    ...tables.flatMap((table) => ['', ...tableText(table)]),
    ...lists
      .filter(({ lines }) => lines.length > 0)
      .flatMap(({ title, lines }) => ['', `${title} (${lines.length})`, ...lines.map((line) => `  ${line}`)]),
    '',
    `${name}: ${passed} of ${passed + failed}`,
  ].join('\n');
}

/** Figures only: what fails today is for whoever works on it, who runs the suite. */
export function asMarkdown({ name, about, tables }: Report): string {
  return [
    `## ${name}`,
    '',
    `${capital(about)}.`,
    ...tables.flatMap((table) => ['', ...asMarkdownTable(table)]),
  ].join('\n');
}

/** `83 %`; of nothing there is no share. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}

function tableText({ head, rows }: Table): string[] {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = widthsOf(all);
  return all.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** As prettier would set it. */
export function asMarkdownTable({ head, rows }: Table): string[] {
  const all = [head, ...rows].map((row) => row.map((cell) => String(cell).replaceAll('|', '\\|')));
  const widths = widthsOf(all).map((width) => Math.max(width, 3));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, i) => (row[i] ?? '').padEnd(width)).join(' | ')} |`;
  const [first = [], ...rest] = all;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)];
}

function widthsOf(rows: readonly (readonly string[])[]): number[] {
  return (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
