import * as fc from 'fast-check';
import { diagramGraph } from '../../src/bpmn/diagram-graph';
import { takenFlows } from '../../src/bpmn/taken-flows';
import { PROGRESS_QUERY } from '../../src/shared/names';
import type { Progress } from '../../src/shared/wire';
import { createSandbox } from '../support/sandbox';
import { WorkflowRun } from '../support/workflow-run';
import { compileGame, INPUT, USER_MODULES } from './game/compiled';
import { nested, runs, twisted } from './game/diagrams';
import { randomOf } from './game/random';
import { toXml } from './game/to-xml';

const sandbox = createSandbox();
for (const [name, source] of Object.entries(USER_MODULES)) sandbox.define(name, source);

/** The path of a run that records its flows as well, if it came to its end. */
function progressOf(type: string, seed: number): Progress | undefined {
  const random = randomOf(seed);
  const run = new WorkflowRun(sandbox, { module: './game.workflow', type }, INPUT);
  for (let steps = 0; steps < 40 && run.outcome === undefined && run.open.length > 0; steps++) {
    const work = run.open[random(run.open.length)]!;
    if (work.kind === 'timer') run.fire(work);
    else if (work.cancelRequested) run.cancel(work);
    else run.complete(work, Object.fromEntries(Object.keys(INPUT).map((name) => [name, random(4)])));
  }
  return run.outcome?.kind === 'completed' ? (run.query(PROGRESS_QUERY) as Progress) : undefined;
}

function wasInterrupted({ elements }: Progress): boolean {
  return Object.values(elements).some(({ cancelled }) => cancelled > 0);
}

function countsOf(ids: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

test('the flows that random processes record are the ones that their other steps tell', async () => {
  const outcomes: boolean[] = [];
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(nested, twisted),
      fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
      async (draft, seeds) => {
        const xml = toXml(draft);
        const { modules, processes, errors } = await compileGame(xml, { trace: true });
        expect(errors).toEqual([]);
        for (const [name, source] of Object.entries(modules)) sandbox.define(name, source);
        const graph = diagramGraph({ file: 'game.bpmn', xml });
        const isFlow = new Set(graph.flows.map(({ id }) => id));
        for (const seed of seeds) {
          const progress = progressOf(processes[0]!.functionName, seed);
          if (progress === undefined) continue;
          const { path } = progress;
          const elements = path.filter((id) => !isFlow.has(id));
          const { taken, unsure } = takenFlows(graph, { ...progress, path: elements });
          const isExact = unsure.length === 0 && !wasInterrupted(progress);
          outcomes.push(isExact);
          if (isExact) expect(taken).toEqual(countsOf(path.filter((id) => isFlow.has(id))));
        }
      },
    ),
    runs(150),
  );
  expect(outcomes.filter(Boolean).length / outcomes.length).toBeGreaterThan(0.5);
});
