import { analyse, type Analysis } from './analysis';
import type { Drafts } from './drafts';
import type { Trouble } from './forks';
import { buildGraph, withCalls } from './graph';
import { positionCuts } from './positions';
import { joinsOfSeveralTokens } from './several-tokens';
import type { Reason } from './tree';

/** A scope's graph, cut where a part of it has no structured form: what is left in one piece has one. */
export interface CutGraph {
  /** From the start. */
  readonly main: Analysis;
  /** By the keys of the vertices at which they begin, in the order in which the cuts were found. */
  readonly paths: ReadonlyMap<string, Analysis>;
  readonly reasons: readonly CutReason[];
}

export interface CutReason {
  readonly reason: Reason;
  /** Keys of the vertices that make it so, the one to blame first. */
  readonly vertices: readonly string[];
  readonly cuts: readonly string[];
}

/** Cuts until nothing is left that has no structured form. Every round cuts at least once, so it ends. */
export function cutGraph(start: string, vertices: Drafts['vertices'], known: readonly CutReason[]): CutGraph {
  const reasons = [...known];
  const cuts = new Set(known.flatMap((reason) => reason.cuts));
  for (;;) {
    const drafts = withCalls(vertices, cuts);
    const main = analyse(buildGraph(start, drafts));
    const paths = new Map([...cuts].map((key) => [key, analyse(buildGraph(key, drafts))]));
    const found = firstOf(
      () => [main, ...paths.values()].flatMap(troublesOf),
      () => sharedVertices(main, paths),
      () => joinsOfSeveralTokens(main, paths, reasons),
      () => positionCuts(start, vertices, main, paths),
    );
    if (found.length === 0) return { main, paths, reasons };
    for (const reason of found) {
      if (reason.cuts.every((key) => cuts.has(key))) continue; // another one led to the same
      reasons.push(reason);
      for (const key of reason.cuts) cuts.add(key);
    }
  }
}

function firstOf(...searches: readonly (() => readonly CutReason[])[]): readonly CutReason[] {
  for (const search of searches) {
    const found = search();
    if (found.length > 0) return found;
  }
  return [];
}

function troublesOf({ graph, troubles }: Analysis): CutReason[] {
  const key = (vertex: number) => graph.vertices[vertex]?.key as string;
  return troubles.map(({ reason, vertices, cuts }: Trouble) => ({
    reason,
    vertices: vertices.map(key),
    cuts: cuts.map(key),
  }));
}

/** What several paths lead to belongs to none of them. */
function sharedVertices(main: Analysis, paths: ReadonlyMap<string, Analysis>): CutReason[] {
  const owners = new Map<string, string[]>();
  const all = [['', main] as const, ...paths];
  for (const [owner, { graph }] of all)
    for (const { key, role } of graph.vertices)
      if (role !== 'call') owners.set(key, [...(owners.get(key) ?? []), owner]);
  const signature = (key: string) => owners.get(key)?.join(' ') ?? '';
  const shared = new Set<string>();
  for (const [, { graph }] of all) {
    graph.vertices.forEach(({ key, predecessors }, number) => {
      if (number === 0 || (owners.get(key)?.length ?? 0) < 2) return;
      const isFirst = predecessors.some(
        (from) => signature(graph.vertices[from]?.key as string) !== signature(key),
      );
      if (isFirst) shared.add(key);
    });
  }
  return [...shared].map((key) => ({ reason: 'several-paths', vertices: [key], cuts: [key] }));
}
