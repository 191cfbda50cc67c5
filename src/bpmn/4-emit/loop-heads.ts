import { isInstant } from '../2-model/instant';
import type { StandardLoop } from '../2-model/loop-types';
import type { Block, ChoiceStatement, ElementStatement, Statement } from '../3-structure/tree';
import { isCounted } from './activity-loop';
import { isGuarded, loopOf } from './scope-call';
import { blocksOf } from './statements-in';

/** Loops in the body of one function at which a run can go on that follows this one, or does the rest of the function. */
export class LoopHeads {
  readonly #ids: ReadonlyMap<Statement, readonly string[]>;
  readonly #heads: ReadonlyMap<Statement, string>;
  /** Ids of all of them. */
  readonly ids: readonly string[];

  /**
   * @param helper - what stands at the head of each
   * @param taken - ids that belong to other functions; takes those that are found
   */
  constructor(
    body: Block,
    readonly helper: 'turn' | 'handOver',
    taken: Set<string>,
  ) {
    const ids = new Map<Statement, readonly string[]>();
    const heads = new Map<Statement, string>();
    const inBlock = (block: Block): string[] =>
      block.flatMap((statement) => {
        const own = headOf(statement);
        const isNew = own !== undefined && !taken.has(own);
        if (isNew) {
          heads.set(statement, own);
          taken.add(own);
        }
        const found = [...(isNew ? [own] : []), ...blocksOf(statement).flatMap(inBlock)];
        if (found.length > 0) ids.set(statement, found);
        return found;
      });
    this.ids = inBlock(body);
    this.#ids = ids;
    this.#heads = heads;
  }

  /** The id of a loop that is one of them. */
  headOf(statement: Statement): string | undefined {
    return this.#heads.get(statement);
  }

  /** Ids of those in a block. */
  in(block: Block): readonly string[] {
    return block.flatMap((statement) => this.#ids.get(statement) ?? []);
  }

  /** Ids of those that a choice leads to when no test holds. */
  inOtherwise({ otherwise }: ChoiceStatement): readonly string[] {
    return otherwise.kind === 'block' ? this.in(otherwise.body) : [];
  }
}

/** The id of a loop that may turn without end, and takes its time at that. */
export function headOf(statement: Statement): string | undefined {
  if (statement.kind === 'loop') return takesTime(statement.body) ? statement.header.id : undefined;
  if (statement.kind !== 'element' || isGuarded(statement)) return undefined;
  const loop = endlessLoopOf(statement);
  return loop && !isCounted(statement.node, loop) ? statement.node.id : undefined;
}

/** Its standard loop, if there is nothing that ends it after some turns. */
export function endlessLoopOf({ node }: ElementStatement): StandardLoop | undefined {
  const loop = loopOf(node);
  return loop?.kind === 'standard' && loop.maximum === undefined ? loop : undefined;
}

/** Whether a person is asked at each turn: nobody does a human task thousands of times for one process. */
export function asksEachTurn(statement: Statement): boolean {
  return statement.kind === 'loop' && statement.continues === 0 && asksAPerson(statement.body);
}

export function asksAPerson(block: Block): boolean {
  return block.some((statement) => {
    if (statement.kind === 'element') return statement.node.kind === 'userTask';
    if (statement.kind !== 'choice') return false;
    const { branches, otherwise } = statement;
    const ways = [...branches, ...(otherwise.kind === 'block' ? [otherwise] : [])];
    const further = ways.filter(({ completes }) => completes);
    return further.length > 0 && further.every(({ body }) => asksAPerson(body));
  });
}

/** Whether a turn leaves traces in the history. */
export function takesTime(block: Block): boolean {
  return block.some((statement) => {
    switch (statement.kind) {
      case 'element':
        return !isInstant(statement.node);
      case 'choice':
        return (
          statement.branches.some(({ body }) => takesTime(body)) ||
          (statement.otherwise.kind === 'block' && takesTime(statement.otherwise.body))
        );
      case 'loop':
      case 'labelled':
        return takesTime(statement.body);
      case 'parallel':
        return statement.branches.some(({ body }) => takesTime(body));
      default:
        return false;
    }
  });
}
