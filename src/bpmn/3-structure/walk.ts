import type { Node } from '../2-model/types';
import { writeChoice } from './choice';
import {
  blockTarget,
  EXIT,
  inside,
  jump,
  leave,
  loopTarget,
  type BlockTarget,
  type Code,
  type Context,
} from './context';
import { throws } from './ends';
import type { ForkBranch, ForkPlan } from './forks';
import type { Vertex } from './graph';
import { handlerOf } from './scope-parts';
import type { Block, ElementStatement, ParallelBranch, Statement } from './tree';
import { race } from './race';
import { goTo, type Step, type Task, type Walk } from './walk-state';

/**
 * How much of what begins at a vertex is still to be written: all of it; what is inside of the loop that it heads; the
 * vertex itself, when what is placed behind it is taken care of.
 */
type Stage = 'all' | 'loop body' | 'itself';

/** Writes the statements of a graph, from its start. */
export function walk(task: Task, context: Context) {
  const state: Walk = { ...task, tooDeep: [], depth: 0, sequence };
  const { block } = sequence(state, 0, context);
  return { body: block, tooDeep: state.tooDeep };
}

/** Nobody reads code that is nested deeper, and nothing here or behind could run out of stack before. */
const MAX_DEPTH = 200;

/** Everything that is dominated by `start`. */
function sequence(walk: Walk, start: number, context: Context, from: Stage = 'all'): Code {
  // What goes on elsewhere anyway cannot be cut once more.
  if (walk.depth >= MAX_DEPTH && walk.graph.vertices[start]?.role !== 'call') {
    walk.tooDeep.push(start);
    return { block: [], completes: false }; // it will be written again, with a path of its own from here
  }
  walk.depth += 1;
  const code = goAlong(walk, start, context, from);
  walk.depth -= 1;
  return code;
}

/**
 * Goes from vertex to vertex, and calls itself (by `sequence`) only for what is nested, so that long diagrams do not need
 * a deep stack.
 */
function goAlong(walk: Walk, start: number, context: Context, from: Stage): Code {
  const block: Statement[] = [];
  let stage = from;
  for (let vertex = start; ; stage = 'all') {
    const behind = placedBehind(walk, vertex, stage);
    const last = behind.at(-1);
    if (last !== undefined || (stage === 'all' && walk.loops.isHeader(vertex))) {
      const code = nested(walk, vertex, stage, behind, context);
      block.push(...code.block);
      if (last === undefined) return { block, completes: code.completes };
      vertex = last;
      continue;
    }
    const code = step(walk, vertex, context);
    block.push(...code.block);
    if (code.goOnAt === undefined) return { block, completes: code.completes };
    vertex = code.goOnAt;
  }
}

function placedBehind({ placement, loops }: Walk, vertex: number, stage: Stage): readonly number[] {
  if (stage === 'itself') return [];
  return stage === 'all' && loops.isHeader(vertex) ? placement.follows(vertex) : placement.merges(vertex);
}

/**
 * A vertex and what is placed behind it, but for the last: `{ { vertex } first } second`. Each block is labelled if
 * something in it jumps to its end.
 */
function nested(walk: Walk, vertex: number, stage: Stage, behind: readonly number[], context: Context): Code {
  const blocks = behind.map((follow) => blockTarget(follow, nodeAt(walk, follow)));
  const next = behind[0] ?? context.next;
  let code: Code;
  if (stage === 'all' && walk.loops.isHeader(vertex)) {
    // What directly follows the loop is reached by leaving the loop, so it needs no block.
    const outer = { ...context, next, targets: inside(context.targets, ...blocks.slice(1)) };
    code = loop(walk, vertex, outer);
  } else {
    code = sequence(
      walk,
      vertex,
      { ...context, next, targets: inside(context.targets, ...blocks) },
      'itself',
    );
  }

  let block = code.block;
  let { completes } = code;
  blocks.forEach((target, i) => {
    if (i > 0) {
      const rest = blocks.slice(i);
      const inner = {
        ...context,
        next: target.follow,
        targets: inside(context.targets, ...rest),
      };
      const part = sequence(walk, behind[i - 1] as number, inner);
      block = [...block, ...part.block];
      completes = part.completes;
    }
    block = labelled(target, block);
    completes ||= target.used;
  });
  return { block, completes };
}

function labelled({ used, label }: BlockTarget, body: Block): Block {
  return used ? [{ kind: 'labelled', label, body }] : body;
}

function loop(walk: Walk, header: number, context: Context): Code {
  const target = loopTarget(header, context.next, nodeAt(walk, header));
  const inner = { ...context, next: header, targets: inside(context.targets, target) };
  const { block: body } = sequence(walk, header, inner, 'loop body');
  const completes = target.breaks > 0;
  const statement: Statement = {
    kind: 'loop',
    header: target.label.target,
    ...(target.labelled && { label: target.label }),
    continues: target.continues,
    body,
    completes,
  };
  return { block: [statement], completes };
}

/** One vertex, without what is placed behind it. */
function step(walk: Walk, number: number, context: Context): Step {
  const vertex = walk.graph.vertices[number] as Vertex;
  const before: Statement[] = vertex.silent ? [] : [element(walk, number)];
  const then = (code: Step): Step => ({ ...code, block: [...before, ...code.block] });
  if (['choice', 'entry', 'race'].includes(vertex.role) || isInterruptible(vertex))
    return then(writeChoice(walk, number, context));
  if (vertex.role === 'fork' || vertex.role === 'inclusive') return then(fork(walk, number, context));
  if (vertex.role === 'call') return goOn(vertex, context);
  if (vertex.node.kind === 'endEvent') return end(vertex.node, before, context);
  const edge = vertex.successors.find(({ event }) => !event);
  return then(edge ? goTo(walk, number, edge.to, context) : leave(context));
}

function element(walk: Walk, number: number): ElementStatement {
  const { node, role, successors } = walk.graph.vertices[number] as Vertex;
  const events = role === 'guard' ? successors.filter(({ event }) => event) : [];
  const beside = events.flatMap(({ to, event }) => {
    if (!event || event.interrupting) return [];
    const { block } = sequence(walk, to, { next: EXIT, returns: false, beside: true });
    return [{ event, body: block }];
  });
  return {
    ...plain(node, walk.inner),
    interrupting: events.flatMap(({ event }) => (event?.interrupting ? [event] : [])),
    beside,
    ...race(walk, number),
  };
}

/** An element by itself, with what undoes it. */
function plain(node: Node, inside: Walk['inner']): ElementStatement {
  const inner = inside.get(node.id);
  const handler = handlerOf(node);
  return {
    kind: 'element',
    node,
    ...(inner && { inner }),
    interrupting: [],
    beside: [],
    ...(handler && { compensation: plain(handler, inside) }),
  };
}

function end(node: Extract<Node, { kind: 'endEvent' }>, block: readonly Statement[], context: Context): Code {
  if (throws(node)) return { block, completes: false };
  if (node.trigger?.kind === 'terminate' && context.beside) {
    return { block: [{ kind: 'terminate', node }], completes: false };
  }
  const { block: leaving, completes } = leave(context);
  return { block: [...block, ...leaving], completes };
}

function goOn({ node, flow }: Vertex, context: Context): Code {
  const { block, completes } = leave(context);
  return { block: [{ kind: 'go', path: node, ...(flow && { flow }) }, ...block], completes };
}

function fork(walk: Walk, number: number, context: Context): Step {
  const plan = walk.plans.get(number);
  if (!plan) throw new Error(`Fork ${number} has no plan.`);
  const { join, gathers } = plan;
  const isChosen = walk.graph.vertices[number]?.role === 'inclusive';
  const filled = plan.branches.filter((branch) => branch.kind === 'joined' || branch.head !== undefined);
  const [only] = filled;
  // Side by side with nothing is not side by side.
  if (
    !isChosen &&
    join !== undefined &&
    filled.length === 1 &&
    only?.kind === 'path' &&
    only.head !== undefined
  ) {
    const target = blockTarget(join, nodeAt(walk, join));
    const inner = { ...context, next: join, targets: inside(context.targets, target) };
    const { block } = sequence(walk, only.head, inner);
    return { block: labelled(target, block), completes: true, goOnAt: join };
  }
  const block = filled.length > 0 || isChosen ? [parallel(walk, number, plan)] : [];
  if (join !== undefined) return { block, completes: true, goOnAt: join };
  const { block: leaving, completes } = gathers ? jump(gathers.join, context) : leave(context);
  return { block: [...block, ...leaving], completes };
}

function parallel(walk: Walk, fork: number, plan: ForkPlan): Statement {
  const { branches, join } = plan;
  const end = join ?? plan.gathers?.join;
  const isChosen = walk.graph.vertices[fork]?.role === 'inclusive';
  const context: Context = {
    next: EXIT,
    returns: false,
    beside: true,
    ...(end !== undefined && { join: end }),
  };
  return {
    kind: 'parallel',
    fork: nodeAt(walk, fork),
    ...(join !== undefined && { join: nodeAt(walk, join) }),
    chosen: isChosen,
    goesOn: end === undefined && walk.isCut,
    branches: branches.flatMap((branch) => branchOf(walk, fork, branch, context, isChosen)),
  };
}

function branchOf(
  walk: Walk,
  fork: number,
  branch: ForkBranch,
  context: Context,
  isChosen: boolean,
): ParallelBranch[] {
  if (branch.kind === 'joined') {
    const first = parallel(walk, fork, branch);
    const { block } = sequence(walk, branch.join, context);
    return [{ head: nodeAt(walk, branch.join), otherwise: false, body: [first, ...block] }];
  }
  const { head, edge } = branch;
  if (head === undefined && !isChosen) return [];
  const body = head === undefined ? [] : sequence(walk, head, context).block;
  return [
    {
      ...(head !== undefined && { head: nodeAt(walk, head) }),
      ...(edge.flow && { flow: edge.flow }),
      otherwise: edge.otherwise ?? false,
      body,
    },
  ];
}

function isInterruptible({ role, successors }: Vertex): boolean {
  return role === 'guard' && successors.some(({ event }) => event?.interrupting);
}

function nodeAt({ graph }: Walk, number: number): Node {
  return graph.vertices[number]?.node as Node;
}
