import type { Node } from '../2-model/types';
import type { Block, Path, StructuredScope } from '../3-structure/tree';
import { asksAPerson, takesTime } from './loop-heads';
import { everythingIn } from './statements-in';

/**
 * Where paths of a process, or of a sub-process in it, lead back to themselves: loops without a loop statement. Of paths
 * that lead to each other it is the first one. As with loops, those in which a person is asked at each turn do not count.
 */
export function pathCycles(root: StructuredScope): Node[] {
  return scopesIn(root).flatMap(({ paths }) => {
    const further = paths.filter(({ body }) => !asksAPerson(body));
    const ahead = new Map(further.map((path) => [path, pathsAhead(path, further)]));
    const leadsTo = (one: Path, other: Path) => ahead.get(one)?.has(other) === true;
    return further
      .map((path) => further.filter((other) => leadsTo(path, other) && leadsTo(other, path)))
      .filter((cycle, i) => cycle[0] === further[i])
      .filter((cycle) => cycle.some(({ body }) => takesTime(everythingIn(body))))
      .flatMap(([first]) => (first ? [first.head] : []));
  });
}

function scopesIn(scope: StructuredScope): StructuredScope[] {
  const inner = new Set([
    ...scope.inner,
    ...scope.events.map((event) => event.inner),
    ...(scope.activities ?? []).map(({ inside }) => inside),
  ]);
  return [scope, ...[...inner].flatMap(scopesIn)];
}

/** All that a token on a path can get to. */
function pathsAhead(path: Path, paths: readonly Path[]): ReadonlySet<Path> {
  const ahead = new Set(next(path.body, paths));
  for (const one of ahead) for (const further of next(one.body, paths)) ahead.add(further);
  return ahead;
}

function next(body: Block, paths: readonly Path[]): Path[] {
  const heads = everythingIn(body).flatMap((statement) => (statement.kind === 'go' ? [statement.path] : []));
  return paths.filter(({ head }) => heads.includes(head));
}
