import type { Node } from '../2-model/types';
import { jump, leave, type Code, type Context } from './context';
import type { Role } from './drafts';
import type { Edge, Vertex } from './graph';
import type { Branch, ChoiceStatement, Otherwise, Test } from './tree';
import { awaited } from './race';
import { isInline, type Step, type Walk } from './walk-state';

/** One way out of a decision; without a test it is the one when no test holds, without an edge the path ends there. */
interface Way {
  readonly test?: Test;
  readonly edge?: Edge;
}

/**
 * A decision. If all ways but one leave by a jump, the last one simply goes on behind it: the process reads from top to
 * bottom, and a chain of such decisions needs no nesting.
 */
export function writeChoice(walk: Walk, number: number, context: Context): Step {
  const { node, role, successors } = walk.graph.vertices[number] as Vertex;
  const { tests, otherwise } = waysOf(walk, role, successors);
  const main = mainWay(walk, number, tests, otherwise);
  const codes = new Map<Way, Code>();
  for (const way of [...tests, ...(otherwise ? [otherwise] : [])]) {
    if (way !== main) codes.set(way, writeWay(walk, number, way, context));
  }
  const choice = (): ChoiceStatement => ({
    kind: 'choice',
    at: node,
    branches: tests.map((way): Branch => {
      const { block: body, completes } = codes.get(way) as Code;
      return { test: way.test as Test, body, completes };
    }),
    otherwise: otherwiseOf(otherwise, codes),
  });

  const leaving = [...codes.values()].every(({ completes }) => !completes);
  if (main?.edge && leaving && !sharesEnd(walk, main.edge.to, codes)) {
    codes.set(main, { block: [], completes: true });
    return { block: [choice()], completes: true, goOnAt: main.edge.to };
  }
  if (main) codes.set(main, writeWay(walk, number, main, context));
  const end = takeCommonEnd(codes);
  if (end) return { block: [choice(), ...end.block], completes: end.completes };
  return { block: [choice()], completes: [...codes.values()].some(({ completes }) => completes) };
}

/** Whether the main way goes straight to the end event at which all other ways end as well. */
function sharesEnd(walk: Walk, start: number, codes: ReadonlyMap<Way, Code>): boolean {
  const ends = [...codes.values()].map(endOf);
  const [node] = ends;
  if (!node || ends.some((other) => other !== node)) return false;
  let at = start;
  for (;;) {
    const vertex = walk.graph.vertices[at] as Vertex;
    const [edge] = vertex.successors;
    if (vertex.node === node) return true;
    if (vertex.role !== 'step' || !edge || !isInline(walk, at, edge.to)) return false;
    at = edge.to;
  }
}

/** The end event that code ends at. */
function endOf({ block }: Code): Node | undefined {
  const [end, last] = block.slice(-2);
  return end?.kind === 'element' && end.node.kind === 'endEvent' && last?.kind === 'leave'
    ? end.node
    : undefined;
}

/**
 * If several ways end at the same end event, and all others leave before: takes it out of their codes, because it can
 * stand behind the decision once.
 */
function takeCommonEnd(codes: Map<Way, Code>): Code | undefined {
  const ends = [...codes].flatMap(([way, code]) => {
    const node = endOf(code);
    return node ? [{ way, node, code: { ...code, block: code.block.slice(-2) } }] : [];
  });
  const [first, ...more] = ends;
  if (!first || more.length === 0 || more.some(({ node }) => node !== first.node)) return undefined;
  const others = [...codes].filter(([way]) => !ends.some((end) => end.way === way));
  if (others.some(([, { completes }]) => completes)) return undefined;
  for (const { way } of ends) {
    codes.set(way, { block: (codes.get(way) as Code).block.slice(0, -2), completes: true });
  }
  return first.code;
}

function otherwiseOf(way: Way | undefined, codes: ReadonlyMap<Way, Code>): Otherwise {
  const code = way && codes.get(way);
  if (!code) return { kind: 'noFlowTaken' };
  const flow = way.edge?.flow;
  return { kind: 'block', ...(flow && { flow }), body: code.block, completes: code.completes };
}

function waysOf(walk: Walk, role: Role, successors: readonly Edge[]): { tests: Way[]; otherwise?: Way } {
  if (role === 'guard') {
    const done = successors.find(({ event }) => !event);
    const tests = successors.flatMap((edge): Way[] =>
      edge.event?.interrupting ? [{ test: { kind: 'event', event: edge.event }, edge }] : [],
    );
    return { tests, otherwise: done ? { edge: done } : {} };
  }
  if (role === 'race' || role === 'entry') {
    const tests = successors.map((edge): Way => ({ test: eventTest(walk, role, edge), edge }));
    // It is one of them, so the last needs no test.
    const last = successors.at(-1);
    return { tests: tests.slice(0, -1), ...(last && { otherwise: { edge: last } }) };
  }
  const tests = successors.flatMap((edge): Way[] =>
    edge.flow && !edge.otherwise ? [{ test: { kind: 'flow', flow: edge.flow }, edge }] : [],
  );
  const last = successors.at(-1);
  if (last?.otherwise) return { tests, otherwise: { edge: last } };
  if (last && isExhaustive(walk, successors)) return { tests: tests.slice(0, -1), otherwise: { edge: last } };
  return { tests };
}

function eventTest({ graph }: Walk, role: 'race' | 'entry', { to }: Edge): Test {
  if (role === 'race') return { kind: 'first', event: awaited(graph, to) };
  return { kind: 'start', event: graph.vertices[to]?.node as Node };
}

function isExhaustive({ complementary }: Walk, [first, second, ...more]: readonly Edge[]): boolean {
  if (!first?.flow?.condition || !second?.flow?.condition || more.length > 0) return false;
  return complementary(first.flow.condition, second.flow.condition);
}

/** The way that may be written behind the decision; it is reached when no other way was taken. */
function mainWay(
  walk: Walk,
  number: number,
  tests: readonly Way[],
  otherwise: Way | undefined,
): Way | undefined {
  const candidates = [...(otherwise ? [otherwise] : []), ...(tests.length === 1 ? tests : [])].filter(
    ({ edge }) =>
      edge &&
      isInline(walk, number, edge.to) &&
      // An end event is no way to go on at; it is also the end of other ways, perhaps.
      walk.graph.vertices[edge.to]?.node.kind !== 'endEvent',
  );
  const [first, second] = candidates;
  if (!first?.edge || !second?.edge) return first;
  return walk.placement.compareWeight(second.edge.to, first.edge.to) > 0 ? second : first;
}

function writeWay(walk: Walk, number: number, { edge }: Way, context: Context): Code {
  if (!edge) return leave(context);
  return isInline(walk, number, edge.to) ? walk.sequence(walk, edge.to, context) : jump(edge.to, context);
}
