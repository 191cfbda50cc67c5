import pc from 'picocolors';
import { formatProblem } from '../../testing/scenarios/file/problem';
import { shown } from '../paths';
import type { Prepared } from './prepare';
import { verdictOf, type Result } from './run-files';

/** One line for a scenario that is over. */
export function resultLine(result: Result): string {
  const { of, milliseconds } = result;
  const time = milliseconds > 0 ? pc.dim(` (${(milliseconds / 1000).toFixed(1)} s)`) : '';
  return `${MARKS[verdictOf(result)]()} ${pc.dim(`${shown(of.file)}:`)} ${titleOf(result)}${time}`;
}

const MARKS = {
  passed: () => pc.green('✓'),
  failed: () => pc.red('✗'),
  draft: () => pc.yellow('draft'),
};

/** The name of a scenario, and what it has run on where the file names several. */
function titleOf({ of, scenario }: Pick<Result, 'of' | 'scenario'>): string {
  return of.label === undefined ? scenario.name : `${scenario.name} [${of.label}]`;
}

/** All that is known of a scenario that has failed. */
export function failureText({ of, scenario, index, failures, outcome }: Result): string {
  const { scenarios } = of;
  const at = ['scenarios', index];
  const blocks = failures.map(({ where, path, expected, happened }) => {
    const place = `${shown(of.file)}:${scenarios.line([...at, ...path])}`;
    return [
      `  ${pc.bold(where)} ${pc.dim(`(${place})`)}`,
      labelled('expected', expected),
      labelled('happened', happened),
    ].join('\n');
  });
  const rest = outcome
    ? [
        labelled('state', outcome.state),
        labelled('path', outcome.path),
        labelled('variables', JSON.stringify(outcome.variables, null, 2)),
      ]
    : [];
  return [pc.red(`✗ ${shown(of.file)}: ${titleOf({ of, scenario })}`), ...blocks, ...rest].join('\n');
}

function labelled(label: string, text: string): string {
  const [first = '', ...others] = text.split('\n');
  return [`    ${`${label}:`.padEnd(10)} ${first}`, ...others.map((line) => `               ${line}`)].join(
    '\n',
  );
}

/** The mistakes in files that cannot be run. */
export function problemTexts(prepared: readonly Prepared[]): readonly string[] {
  return prepared.flatMap((one) => (one.kind === 'broken' ? one.problems.map(formatProblem) : []));
}
