import { scopesOf, type Draft } from './draft';

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
