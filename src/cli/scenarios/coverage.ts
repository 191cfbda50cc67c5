import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverageOf, type DiagramCoverage } from '../../testing/scenarios/coverage/coverage';
import { coverageSvg } from '../../testing/scenarios/coverage/svg';
import { shown } from '../paths';
import type { TracedDiagram } from './compile-traced';
import type { Prepared } from './prepare';
import type { Result } from './run-files';

/** A diagram of which scenarios have run, and what they have reached of it. */
export interface CoveredDiagram {
  readonly diagram: TracedDiagram;
  readonly coverage: DiagramCoverage;
}

/** Of the diagrams that scenarios are about, also where scenarios have failed. */
export function coveredDiagrams(
  prepared: readonly Prepared[],
  results: readonly Result[],
): readonly CoveredDiagram[] {
  const diagrams = new Map<string, TracedDiagram>();
  for (const one of prepared)
    if (one.kind === 'runnable' && one.diagram) diagrams.set(one.diagram.file, one.diagram);
  return [...diagrams.values()].map((diagram) => {
    const own = results.filter(({ of }) => of.diagram?.file === diagram.file);
    const covered = new Set(own.flatMap(({ outcome }) => [...(outcome?.covered ?? [])]));
    return { diagram, coverage: coverageOf(shown(diagram.file), diagram.graph, covered) };
  });
}

const FOLDER = 'coverage';

/** Draws the diagrams, each to a file of its own; gives what there is to say of it. */
export function drawCoverage(covered: readonly CoveredDiagram[]): Promise<readonly string[]> {
  const drawn = covered.map(async ({ diagram, coverage }) => {
    const missed = new Set(
      coverage.processes.flatMap(({ elements, flows }) => [...elements.missed, ...flows.missed]),
    );
    const svg = await coverageSvg(diagram.xml, missed);
    if (svg === undefined) return `${coverage.file} has no layout (BPMN DI): it cannot be drawn.`;
    const name = coverage.file
      .replace(/\.bpmn$/, '')
      .replace(/^\/+/, '')
      .replaceAll(/[\\/]+/g, '-');
    const file = join(FOLDER, `${name}.svg`);
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, svg);
    return `Drew ${file}`;
  });
  return Promise.all(drawn);
}
