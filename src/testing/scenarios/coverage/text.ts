import { totalOf, type DiagramCoverage, type Share } from './coverage';

/** Missed ids that are listed of one process. */
const LISTED = 10;

/**
 * A table of what was reached, and below each process what was not:
 *
 * ```
 * coverage          elements     flows
 * OrderFulfilment   12/13 92 %   15/18 83 %
 *   not reached: Task_Cancel, Flow_no
 * ```
 */
export function coverageText(diagrams: readonly DiagramCoverage[]): string {
  const processes = diagrams.flatMap((diagram) => diagram.processes);
  const total = totalOf(diagrams);
  const rows = [
    ['coverage', 'elements', 'flows'],
    ...processes.map(({ process, elements, flows }) => [process, percent(elements), percent(flows)]),
    ...(processes.length > 1 ? [['all', percent(total.elements), percent(total.flows)]] : []),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('   ').trimEnd());
  return lines
    .flatMap((line, i) => {
      const process = processes[i - 1];
      const missed = process ? [...process.elements.missed, ...process.flows.missed] : [];
      return missed.length > 0 ? [line, `  not reached: ${listed(missed)}`] : [line];
    })
    .join('\n');
}

function percent({ reached, total }: Share): string {
  const share = total === 0 ? 100 : Math.floor((reached / total) * 100);
  return `${reached}/${total} ${share} %`;
}

function listed(ids: readonly string[]): string {
  const more = ids.length - LISTED;
  return ids.slice(0, LISTED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
