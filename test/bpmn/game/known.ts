import { scopesOf, type Draft, type DraftScope } from './draft';

/**
 * What the compiler is known to get wrong. Diagrams with it are left out, so that the tests find what is not known yet.
 * Whoever mends one takes it out of here.
 */
const KNOWN: Readonly<Record<string, (scope: DraftScope) => boolean>> = {
  'a join with a flow from what nothing leads to: it does not wait for it': (scope) => {
    const reached = reachedIn(scope);
    const joins = idsOf(scope.nodes, 'parallelGateway');
    return scope.flows.some(({ from, to }) => joins.has(to) && !reached.has(from));
  },
};

/** A decision that compares one variable twice, first for being unequal: the type checker refuses the code. */
export function isKnownToTypes({ root }: Draft): boolean {
  return scopesOf(root).some(({ nodes, flows }) =>
    nodes.some(({ id }) => {
      const conditions = flows.flatMap(({ from, condition }) =>
        from === id && condition ? [condition] : [],
      );
      const variables = conditions.map((text) => /\b[abc]\b/.exec(text)?.[0]);
      return new Set(variables).size < variables.length;
    }),
  );
}

export function isKnown({ root }: Draft): boolean {
  return scopesOf(root).some((scope) => Object.values(KNOWN).some((matches) => matches(scope)));
}

function idsOf(nodes: DraftScope['nodes'], wanted: string): Set<string> {
  return new Set(nodes.filter(({ kind }) => kind === wanted).map(({ id }) => id));
}

function reachedIn({ nodes, flows }: DraftScope): Set<string> {
  const targets = new Set(flows.map(({ to }) => to));
  const entries = nodes.filter(({ id, on }) => on === undefined && !targets.has(id));
  const reached = new Set(entries.map(({ id }) => id));
  for (const at of reached) {
    for (const { from, to } of flows) if (from === at) reached.add(to);
    for (const { id, on } of nodes) if (on === at) reached.add(id);
  }
  return reached;
}
