import * as fc from 'fast-check';

/**
 * Random diagrams in the notation of `processOf`. Arrays of numbers are the random source, so that fast-check can
 * shrink them.
 */

/** Sequential graphs of any reducible shape: forward edges at random, and edges back to dominators. */
export const reducibleGraph: fc.Arbitrary<string> = fc
  .record({
    parents: fc.array(fc.nat(), { minLength: 2, maxLength: 16 }),
    forward: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 10 }),
    back: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }),
    events: fc.array(fc.nat(), { maxLength: 4 }),
  })
  .map(({ parents, forward, back, events }) => {
    const size = parents.length + 1;
    const edges: [number, number][] = parents.map((random, i) => [random % (i + 1), i + 1]);
    for (const [a, b] of forward) {
      const from = a % (size - 1);
      edges.push([from, from + 1 + (b % (size - 1 - from))]);
    }
    const dominators = Array.from({ length: size }, (_, vertex) => dominatorsOf(vertex, size, edges));
    const cycles = back.map(([a, b]): [number, number] => {
      const from = 1 + (a % (size - 1));
      const candidates = dominators[from]!;
      return [from, candidates[b % candidates.length]!];
    });
    return notation(size, [...edges, ...cycles.filter(([, to]) => to > 0)], events);
  });

function dominatorsOf(vertex: number, size: number, edges: readonly [number, number][]): number[] {
  return Array.from({ length: size }, (_, without) => without).filter(
    (without) => without === vertex || !reaches(0, vertex, without, edges),
  );
}

function reaches(from: number, to: number, without: number, edges: readonly [number, number][]): boolean {
  if (from === without) return false;
  const seen = new Set([from]);
  for (const at of seen) for (const [a, b] of edges) if (a === at && b !== without) seen.add(b);
  return seen.has(to);
}

/** Vertices with several edges become gateways, or guarded tasks with their second edge behind a boundary event. */
function notation(size: number, edges: readonly [number, number][], events: readonly number[]): string {
  const out = Array.from({ length: size }, (_, from) => edges.filter(([a]) => a === from).map(([, b]) => b));
  const guarded = new Set(
    events
      .map((random) => random % size)
      .filter((v) => v > 0 && (out[v]!.length === 2 || out[v]!.length === 3)),
  );
  const name = (v: number): string => {
    if (v === 0) return 'XOR_0';
    if (out[v]!.length === 0) return `End_${v}`;
    return out[v]!.length > 1 && !guarded.has(v) ? `XOR_${v}` : `Task_${v}`;
  };
  const lines = ['Start -> XOR_0'];
  out.forEach((targets, from) => {
    targets.forEach((to, i) => {
      if (guarded.has(from) && i > 0) {
        const event = `Event_${from}_${i}`;
        lines.push(`${event} on ${name(from)} error E${i}`, `${event} -> ${name(to)}`);
      } else {
        const last = i === targets.length - 1;
        const mark = targets.length === 1 || guarded.has(from) ? '' : last ? ' default' : ` if c${from}_${i}`;
        lines.push(`${name(from)} -> ${name(to)}${mark}`);
      }
    });
  });
  return lines.join('\n');
}

type Shape =
  | { kind: 'task' | 'guarded' | 'reminded' }
  | { kind: 'sequence' | 'choice' | 'parallel' | 'partlyJoined' | 'freeFork'; parts: Shape[] }
  | { kind: 'loop' | 'retry'; parts: Shape[] };

const { shape } = fc.letrec<{ shape: Shape }>((tie) => {
  const parts = (min: number) => fc.array(tie('shape'), { minLength: min, maxLength: 3 });
  return {
    shape: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<Shape>({ kind: 'task' }, { kind: 'guarded' }, { kind: 'reminded' }),
      fc.record({ kind: fc.constantFrom('sequence' as const), parts: parts(0) }),
      fc.record({ kind: fc.constantFrom('choice' as const, 'parallel' as const), parts: parts(2) }),
      fc.record({
        kind: fc.constant('partlyJoined' as const),
        parts: fc.array(tie('shape'), { minLength: 3, maxLength: 4 }),
      }),
      fc.record({ kind: fc.constantFrom('loop' as const, 'retry' as const), parts: parts(1) }),
    ),
  };
});

/** Well-nested processes with forks, loops, guards and reminders; `freeFork` at the end: branches that never join. */
export const structuredProcess: fc.Arbitrary<string> = fc
  .tuple(shape, fc.option(fc.array(shape, { minLength: 2, maxLength: 3 })))
  .map(([main, free]) => {
    const lines: string[] = [];
    let count = 0;
    const fresh = (kind: string) => `${kind}_${(count += 1)}`;
    const flow = (from: string, to: string, mark = '') => lines.push(`${from} -> ${to}${mark}`);
    // Each returns the node that control leaves from; that node has one free outgoing flow.
    const draw = (it: Shape, from: string, mark = ''): string => {
      switch (it.kind) {
        case 'task':
        case 'guarded':
        case 'reminded': {
          const task = fresh('Task');
          flow(from, task, mark);
          if (it.kind === 'task') return task;
          const event = fresh('Event');
          if (it.kind === 'reminded') {
            lines.push(`${event} beside ${task}`);
            flow(event, fresh('Task'));
            return task;
          }
          lines.push(`${event} on ${task} error E`);
          const merge = fresh('XOR');
          flow(task, merge);
          flow(event, merge);
          return merge;
        }
        case 'sequence': {
          const first = fresh('Task');
          flow(from, first, mark);
          return it.parts.reduce((last, part) => draw(part, last), first);
        }
        case 'choice': {
          const split = fresh('XOR');
          const merge = fresh('XOR');
          flow(from, split, mark);
          it.parts.forEach((part, i) => {
            const branch = i === it.parts.length - 1 ? ' default' : ` if c${i}`;
            flow(draw(part, split, branch), merge);
          });
          return merge;
        }
        case 'parallel': {
          const split = fresh('AND');
          const join = fresh('AND');
          flow(from, split, mark);
          for (const part of it.parts) flow(draw(part, split), join);
          return join;
        }
        case 'partlyJoined': {
          const split = fresh('AND');
          const inner = fresh('AND');
          const outer = fresh('AND');
          flow(from, split, mark);
          const [after, ...parts] = it.parts;
          parts.forEach((part, i) => {
            flow(draw(part, split), i === parts.length - 1 ? outer : inner);
          });
          flow(draw(after!, inner), outer);
          return outer;
        }
        case 'loop': {
          const head = fresh('XOR');
          flow(from, head, mark);
          const test = fresh('XOR');
          flow(
            it.parts.reduce((last, part) => draw(part, last), head),
            test,
          );
          flow(test, head, ' if again');
          const after = fresh('Task');
          flow(test, after, ' default');
          return after;
        }
        case 'retry': {
          const task = fresh('Task');
          const event = fresh('Event');
          flow(from, task, mark);
          lines.push(`${event} on ${task} error E`);
          flow(
            it.parts.reduce((last, part) => draw(part, last), event),
            task,
          );
          return task;
        }
        default:
          throw new Error(it.kind);
      }
    };
    const last = draw(main, 'Start');
    if (free) {
      const split = fresh('AND');
      flow(last, split);
      for (const part of free) flow(draw(part, split), fresh('End'));
    } else flow(last, 'End');
    return lines.join('\n');
  });
