import * as fc from 'fast-check';
import { scopesOf, type Draft, type DraftScope } from './draft';
import { drawProcess, shape } from './shapes';
import { applyTwist, twist } from './twists';

/** Well-nested diagrams. */
export const nested: fc.Arbitrary<Draft> = fc.record({ shape }).map(({ shape }) => drawProcess(shape));

/** Diagrams with flows that cross the nesting. */
export const twisted: fc.Arbitrary<Draft> = fc
  .record({ shape, twists: fc.array(twist, { minLength: 1, maxLength: 3 }) })
  .map(({ shape, twists }) => {
    const draft = drawProcess(shape);
    for (const twist of twists) applyTwist(draft, twist);
    return draft;
  })
  .filter((draft) => scopesOf(draft.root).every(canBegin));

function canBegin({ nodes, flows }: DraftScope): boolean {
  return nodes.some(({ id, on }) => on === undefined && !flows.some(({ to }) => to === id));
}

/** How often a property is tried, always with the same diagrams; with BATON_GAME_RUNS more often, with others each time. */
export function runs(usual: number): { readonly numRuns: number; readonly seed?: number } {
  const wanted = process.env.BATON_GAME_RUNS;
  return wanted === undefined ? { numRuns: usual, seed: 1 } : { numRuns: Number(wanted) };
}

/** Of the runs of one process. */
export const seeds = fc.array(fc.nat(), { minLength: 3, maxLength: 3 });
