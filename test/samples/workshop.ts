import { join } from 'node:path';
import { compile } from '../../src/bpmn/compile';
import { compileDecisions } from '../../src/bpmn/decisions/compile-decisions';
import { diagramGraph } from '../../src/bpmn/diagram-graph';
import type { TracedDiagram } from '../../dist/cli/scenarios/compile-traced';
import type { Workshop, WorkshopSource } from '../../dist/cli/scenarios/workshop';
import { decisionFiles, HAND_WRITTEN, samples, type Sample } from './sample';

const BY_HAND = { module: join(__dirname, HAND_WRITTEN + '.workflow.ts'), names: ['rating'] };

/**
 * All samples, as one project: each may call what another one compiles to. Their activities are stubs.
 *
 * @param trace - as scenarios run diagrams, recording the flows; else what the samples compile to is run as it is
 */
export function sampleWorkshop({ trace }: { readonly trace: boolean }): WorkshopSource {
  let made: Promise<Workshop> | undefined;
  const workshop = () => (made ??= workshopOf(samples(), trace));
  return { ofDiagram: workshop, ofWorkflow: workshop };
}

async function workshopOf(all: readonly Sample[], trace: boolean): Promise<Workshop> {
  const diagrams = await Promise.all(all.map((sample) => compiled(sample, trace)));
  const code = diagrams.map(({ files, processes }) => ({
    module: files.find(({ file }) => file.endsWith('.workflow.ts'))?.file ?? '',
    names: processes.map(({ functionName }) => functionName),
  }));
  return {
    project: undefined,
    diagrams: new Map(diagrams.map((diagram) => [diagram.file, diagram])),
    deployment: undefined,
    code: [...code, BY_HAND],
    activities: {},
  };
}

async function compiled({ folder, file, xml, options }: Sample, trace: boolean): Promise<TracedDiagram> {
  const { files, processes, diagnostics } = await compile({ file, xml }, { ...options, trace });
  const decisions = decisionFiles(folder).flatMap((source) => compileDecisions(source).files);
  return {
    file: join(folder, file),
    xml,
    graph: diagramGraph({ file, xml }),
    processes,
    files: [...files, ...decisions].map((one) => ({ ...one, file: join(folder, one.file) })),
    diagnostics,
  };
}
