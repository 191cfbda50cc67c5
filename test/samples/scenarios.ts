import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { problemTexts } from '../../dist/cli/scenarios/print';
import { prepare, type Prepared, type Runnable } from '../../dist/cli/scenarios/prepare';
import { samples } from './sample';
import { sampleWorkshop } from './workshop';

/** The files of scenarios of all samples. */
export const scenarioFiles = samples().flatMap(({ folder }) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.scenarios.yaml'))
    .map((file) => join(folder, file)),
);

/** As `baton test` runs diagrams: their code records the flows that it takes. */
export function asDiagrams(): Promise<readonly Runnable[]> {
  return prepared(true);
}

/**
 * The code that lies beside the diagrams, as it is. Without flows, its steps are known in the order in which they began,
 * those of parallel branches as well.
 */
export async function asCode(): Promise<readonly Runnable[]> {
  return (await prepared(false)).map((one) => {
    const { neighbours: _neighbours, ...subject } = one.subject;
    return { ...one, diagram: undefined, subject: { ...subject, diagram: undefined } };
  });
}

async function prepared(trace: boolean): Promise<readonly Runnable[]> {
  const workshop = sampleWorkshop({ trace });
  const all: readonly Prepared[] = (
    await Promise.all(scenarioFiles.map((file) => prepare(file, workshop)))
  ).flat();
  expect(problemTexts(all)).toEqual([]);
  const runnable = all.filter((one) => one.kind === 'runnable');
  expect(runnable).toHaveLength(all.length);
  return runnable;
}
