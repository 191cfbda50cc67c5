import type { Step } from 'batonflow/client';
import type { FoundExample } from './find-examples';
import type { Performance } from './perform';

/** The table of `npm run examples`. */
export function performanceTable(performances: readonly Performance[]): string {
  return table([
    ['', 'example', 'process', 'result', 'steps', 'duration', 'in the Temporal UI'],
    ...performances.map(({ ok, example, source, result, steps, seconds, uiUrl = '' }) => [
      ok ? '✓' : '✗',
      example,
      source,
      firstLine(result),
      String(steps),
      `${seconds.toFixed(1)} s`,
      uiUrl,
    ]),
  ]);
}

/** The list of `npm run example -- --list`: each example, and below it what can be made to fail. */
export function exampleList(examples: readonly FoundExample[]): string {
  const blocks = examples.map(({ name, example }) => {
    const failures = Object.entries(example.failures).map(([failure, { shows }]) => [
      `  --fail ${failure}`,
      shows,
    ]);
    return [`${name}: ${example.title}`, `  ${example.shows}`, table(failures)].join('\n');
  });
  return blocks.join('\n\n');
}

/** One line for what happened in a run. */
export function stepLine({ at, state, name, attempt, failure }: Step): string {
  const times = attempt === undefined ? '' : ` (attempt ${attempt})`;
  const why = failure === undefined ? '' : `: ${firstLine(failure.message)}`;
  return `  ${at.toISOString().slice(11, 23)}  ${state.padEnd(9)}  ${name}${times}${why}`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '));
  return lines.map((line) => line.trimEnd()).join('\n');
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
