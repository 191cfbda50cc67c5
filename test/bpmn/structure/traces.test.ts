import * as fc from 'fast-check';
import type { Scope } from '../../../src/bpmn/2-model/types';
import { structure } from '../../../src/bpmn/3-structure/structure';
import { reducibleGraph, structuredProcess } from '../generators';
import { processOf } from '../model-builder';
import { runTokens, runTree, type Oracle } from './interpret';

const options = { isProcess: true, complementary: () => false };

/** Decides by the node's name and how often it was asked, so that both runs get the same answers in any order. */
function oracleOf(seed: number): Oracle {
  return (node, n, ways) => {
    let hash = seed;
    for (const character of `${node}#${n}`)
      hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
    return (hash >>> 7) % ways;
  };
}

function shuffled(scope: Scope, seed: number): Scope {
  const keyed = <T>(items: readonly T[], name: (item: T) => string) =>
    [...items].sort((a, b) => oracleOf(seed)(name(a), 1, 1e6) - oracleOf(seed)(name(b), 1, 1e6));
  return { ...scope, nodes: keyed(scope.nodes, ({ id }) => id), flows: keyed(scope.flows, ({ id }) => id) };
}

/** Without the objects' identity: what the tree says. */
function shape(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'scope' ? undefined : inner)));
}

describe('structured trees behave like tokens on the graph', () => {
  test('reducible graphs of any shape', () => {
    fc.assert(
      fc.property(reducibleGraph, fc.array(fc.nat(), { minLength: 3, maxLength: 3 }), (text, seeds) => {
        const scope = processOf(text);
        const structured = structure(scope, options);
        expect(structured.regions).toEqual([]);
        for (const seed of seeds) {
          expect(runTree(structured, oracleOf(seed))).toEqual(runTokens(scope, oracleOf(seed)));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('processes with forks, joins, loops and boundary events', () => {
    fc.assert(
      fc.property(structuredProcess, fc.array(fc.nat(), { minLength: 3, maxLength: 3 }), (text, seeds) => {
        const scope = processOf(text);
        const structured = structure(scope, options);
        expect(structured.regions).toEqual([]);
        for (const seed of seeds) {
          const tree = runTree(structured, oracleOf(seed), 400);
          const tokens = runTokens(scope, oracleOf(seed), 400);
          expect(tree.exhausted).toBe(tokens.exhausted);
          // Where a run is cut off depends on the interleaving.
          if (!tree.exhausted) expect(tree.visits).toEqual(tokens.visits);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('the order of nodes and flows in the file does not matter, but for flows that leave one node', () => {
  fc.assert(
    fc.property(fc.oneof(reducibleGraph, structuredProcess), fc.nat(), (text, seed) => {
      const scope = processOf(text);
      expect(shape(structure(shuffled(scope, seed), options))).toEqual(shape(structure(scope, options)));
    }),
    { numRuns: 150 },
  );
});
