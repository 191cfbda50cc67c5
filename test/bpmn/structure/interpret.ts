import type { Node, Scope } from '../../../src/bpmn/2-model/types';
import type { Block, Label, StructuredScope } from '../../../src/bpmn/3-structure/tree';

/**
 * Two ways to run a diagram: the structured tree, and tokens on the graph. Both ask the same oracle how decisions go,
 * and write down each visit of an element with the visits that it directly follows from, so that runs with parallel
 * branches can be compared whatever their interleaving.
 */
export interface Visit {
  readonly element: string;
  readonly after: ReadonlySet<Visit>;
}

/** Which way the `n`th decision at a node goes: an index into its ways, or (guards) -1 for undisturbed. */
export type Oracle = (node: string, n: number, ways: number) => number;

/** What a run visited; `exhausted` if it was stopped because it went on too long. */
export interface Run {
  readonly exhausted: boolean;
  readonly visits: readonly string[];
}

class OutOfFuel extends Error {}

class Trace {
  readonly visits: Visit[] = [];
  readonly #asked = new Map<string, number>();

  constructor(
    private readonly oracle: Oracle,
    private fuel: number,
  ) {}

  visit(element: string, after: Iterable<Visit>): Visit {
    if (this.fuel-- <= 0) throw new OutOfFuel();
    const visit = { element, after: new Set(after) };
    this.visits.push(visit);
    return visit;
  }

  ask(node: string, ways: number): number {
    const n = (this.#asked.get(node) ?? 0) + 1;
    this.#asked.set(node, n);
    return this.oracle(node, n, ways);
  }

  result(exhausted: boolean): Run {
    return { exhausted, visits: this.summary() };
  }

  /** Per visit: its element and all visits before it, as names with counts; sorted. */
  summary(): string[] {
    const ancestors = new Map<Visit, Set<Visit>>();
    const all = (visit: Visit): Set<Visit> => {
      const known = ancestors.get(visit);
      if (known) return known;
      const found = new Set<Visit>();
      ancestors.set(visit, found);
      for (const parent of visit.after) for (const one of [parent, ...all(parent)]) found.add(one);
      return found;
    };
    return this.visits
      .map(
        (visit) =>
          `${visit.element} < ${[...all(visit)]
            .map(({ element }) => element)
            .sort()
            .join(' ')}`,
      )
      .sort();
  }
}

type Signal = { jump: 'break' | 'continue' | 'leave' | 'throw'; label?: Label | undefined } | undefined;

export function runTree(structured: StructuredScope, oracle: Oracle, fuel = 150): Run {
  const trace = new Trace(oracle, fuel);
  let at = new Set<Visit>();
  let outcome: number | undefined;

  const run = (block: Block): Signal => {
    for (const statement of block) {
      const signal = execute(statement);
      if (signal) return signal;
    }
    return undefined;
  };

  const execute = (statement: Block[number]): Signal => {
    switch (statement.kind) {
      case 'element': {
        const { node, interrupting, beside } = statement;
        at = new Set([trace.visit(node.id, at)]);
        outcome = undefined;
        const here = at;
        for (const { event, body } of beside) {
          if (trace.ask(event.id, 2) === 0) continue;
          run(body);
          at = here;
        }
        if (interrupting.length > 0) outcome = trace.ask(node.id, interrupting.length + 1) - 1;
        return node.kind === 'endEvent' && node.trigger?.kind === 'error' ? { jump: 'throw' } : undefined;
      }
      case 'choice': {
        const { at: node, branches, otherwise } = statement;
        const guarded = branches[0]?.test.kind === 'event';
        const ways = branches.length + (otherwise.kind === 'block' ? 1 : 0);
        const index = guarded ? outcome : trace.ask(`${node.id}?`, ways);
        const taken = index === undefined || index < 0 ? undefined : branches[index];
        const way = taken ?? (otherwise.kind === 'block' ? otherwise : undefined);
        if (!way) return { jump: 'throw' };
        const signal = run(way.body);
        if (!signal && !way.completes) throw new Error('It completes although the tree says otherwise.');
        return signal;
      }
      case 'parallel': {
        const start = at;
        const ends = new Set<Visit>();
        for (const { body } of statement.branches) {
          at = start;
          const signal = run(body);
          if (signal?.jump === 'throw') throw new Error('No throwing in parallel branches of these tests.');
          for (const visit of at) ends.add(visit);
        }
        at = ends;
        return undefined;
      }
      case 'loop':
        for (;;) {
          const signal = run(statement.body);
          if (!signal) continue;
          if (signal.jump === 'leave' || signal.jump === 'throw') return signal;
          const mine = signal.label === undefined || signal.label === statement.label;
          if (!mine) return signal;
          if (signal.jump === 'break') return undefined;
        }
      case 'labelled': {
        const signal = run(statement.body);
        return signal?.jump === 'break' && signal.label === statement.label ? undefined : signal;
      }
      case 'break':
      case 'continue':
        return { jump: statement.kind, label: statement.label };
      case 'leave':
        return { jump: 'leave' };
      default:
        throw new Error(`Cannot run ${statement.kind}.`);
    }
  };

  return trace.result(runsOut(() => run(structured.body)));
}

export function runTokens(scope: Scope, oracle: Oracle, fuel = 150): Run {
  const trace = new Trace(oracle, fuel);
  const nodes = new Map(scope.nodes.map((node) => [node.id, node]));
  const flows = new Map(scope.flows.map((flow) => [flow.id, flow]));
  const waiting = new Map<string, Visit[]>();
  const start = scope.nodes.find((node) => node.kind === 'startEvent')!;

  // Depth first, in the order of the flows, like the tree: each token runs as far as it gets.
  const arrive = (node: Node, from: readonly Visit[]): void => {
    const pending: (() => void)[] = [
      () => {
        move(node, from);
      },
    ];
    const move = (at: Node, before: readonly Visit[]): void => {
      let after = before;
      if (at.kind === 'parallelGateway' && at.incoming.length > 1) {
        const arrived = [...(waiting.get(at.id) ?? []), ...before];
        waiting.set(at.id, arrived);
        const count = (tokens.get(at.id) ?? 0) + 1;
        tokens.set(at.id, count);
        if (count < at.incoming.length) return;
        after = arrived;
        waiting.delete(at.id);
        tokens.delete(at.id);
      }
      const visit = trace.visit(at.id, after);
      const events = ('boundaryEvents' in at ? [...at.boundaryEvents] : [])
        .sort()
        .map((id) => nodes.get(id)!);
      for (const event of events) {
        if (event.kind === 'boundaryEvent' && !event.interrupting && trace.ask(event.id, 2) !== 0) {
          pending.push(() => {
            move(event, [visit]);
          });
        }
      }
      const interrupting = events.filter((event) => event.kind === 'boundaryEvent' && event.interrupting);
      if (interrupting.length > 0) {
        const event = interrupting[trace.ask(at.id, interrupting.length + 1) - 1];
        if (event) {
          pending.push(() => {
            move(event, [visit]);
          });
          return;
        }
      }
      const outgoing = at.outgoing.map((id) => flows.get(id)!);
      const go = (id: string) =>
        pending.push(() => {
          move(nodes.get(id)!, [visit]);
        });
      const conditional = outgoing.filter(({ condition }) => condition);
      const other = outgoing.find(({ condition }) => !condition);
      if (conditional.length === 0) for (const flow of outgoing) go(flow.target);
      else {
        const ways = [...conditional, ...(other ? [other] : [])];
        const taken = ways[trace.ask(`${at.id}?`, ways.length)];
        if (taken) go(taken.target);
      }
    };
    for (let next = pending.pop(); next; next = pending.pop()) next();
  };
  const tokens = new Map<string, number>();
  return trace.result(
    runsOut(() => {
      arrive(start, []);
    }),
  );
}

function runsOut(body: () => unknown): boolean {
  try {
    body();
    return false;
  } catch (error) {
    if (!(error instanceof OutOfFuel)) throw error;
    return true;
  }
}
