import type { Block, Statement, StructuredScope } from '../3-structure/tree';

/** Everything in a statement that is a block of the same function: code can be led into it without doing what is before. */
export function blocksOf(statement: Statement): readonly Block[] {
  switch (statement.kind) {
    case 'loop':
    case 'labelled':
      return [statement.body];
    case 'choice': {
      const { branches, otherwise } = statement;
      return [...branches.map(({ body }) => body), ...(otherwise.kind === 'block' ? [otherwise.body] : [])];
    }
    default:
      return [];
  }
}

/** The statements of one function, in whichever of its blocks. */
export function statementsIn(block: Block): Statement[] {
  return block.flatMap((statement) => [statement, ...blocksOf(statement).flatMap(statementsIn)]);
}

/** Also in the functions that a block names: branches, side paths, and what is in sub-processes. */
export function everythingIn(block: Block): Statement[] {
  const here = statementsIn(block);
  return [...here, ...here.flatMap(functionsOf).flatMap(everythingIn)];
}

function functionsOf(statement: Statement): readonly Block[] {
  if (statement.kind === 'parallel') return statement.branches.map(({ body }) => body);
  if (statement.kind !== 'element') return [];
  const { beside, inner } = statement;
  return [...beside.map(({ body }) => body), ...(inner ? blocksOfScope(inner) : [])];
}

function blocksOfScope({ body, paths, activities = [], events }: StructuredScope): readonly Block[] {
  return [
    body,
    ...paths.map((path) => path.body),
    ...activities.flatMap(({ inside }) => blocksOfScope(inside)),
    ...events.flatMap(({ inner }) => blocksOfScope(inner)),
  ];
}
