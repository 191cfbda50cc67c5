import type { DiagramGraph } from '../../../bpmn/diagram-graph';

/** How much of something was reached. */
export interface Share {
  readonly reached: number;
  readonly total: number;
  /** Ids of what was not. */
  readonly missed: readonly string[];
}

export interface ProcessCoverage {
  readonly process: string;
  readonly elements: Share;
  readonly flows: Share;
}

export interface DiagramCoverage {
  readonly file: string;
  readonly processes: readonly ProcessCoverage[];
}

/**
 * What runs have reached of the executable processes of a diagram.
 *
 * @param covered ids of elements and sequence flows
 */
export function coverageOf(file: string, graph: DiagramGraph, covered: ReadonlySet<string>): DiagramCoverage {
  const taken = graph.flows.filter(({ id }) => covered.has(id));
  const left = new Set(taken.map(({ source }) => source));
  const processes = graph.processes.filter(({ executable }) => executable);
  return {
    file,
    processes: processes.map(({ id: process }) => {
      const elements = graph.elements.filter((one) => one.process === process && !one.isCompensation);
      const flows = graph.flows.filter((one) => one.process === process);
      return {
        process,
        elements: share(elements, ({ id }) => covered.has(id) || left.has(id)),
        flows: share(flows, ({ id }) => covered.has(id)),
      };
    }),
  };
}

function share<T extends { readonly id: string }>(all: readonly T[], isReached: (one: T) => boolean): Share {
  const missed = all.filter((one) => !isReached(one)).map(({ id }) => id);
  return { reached: all.length - missed.length, total: all.length, missed };
}

/** All of it together. */
export function totalOf(diagrams: readonly DiagramCoverage[]): { readonly elements: Share; readonly flows: Share } {
  const processes = diagrams.flatMap((diagram) => diagram.processes);
  const sum = (shares: readonly Share[]): Share => ({
    reached: shares.reduce((total, { reached }) => total + reached, 0),
    total: shares.reduce((all, { total }) => all + total, 0),
    missed: shares.flatMap(({ missed }) => missed),
  });
  return {
    elements: sum(processes.map(({ elements }) => elements)),
    flows: sum(processes.map(({ flows }) => flows)),
  };
}
