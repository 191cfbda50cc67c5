import { decisionFailed } from './failures';
import { shown } from './tests';

export type Aggregation = 'SUM' | 'MIN' | 'MAX' | 'COUNT';

/** The values of the output, or of each output, the most important first. */
export type OutputOrder<Out> = readonly Out[] | { readonly [Name in keyof Out]?: readonly Out[Name][] };

/** One number for all outputs; none for no outputs, unless they are only counted. */
export function aggregated(
  aggregation: Aggregation,
  outputs: readonly unknown[],
  decision: string,
): number | null {
  if (aggregation === 'COUNT') return outputs.length;
  const numbers = outputs.map((output) => {
    if (typeof output === 'number') return output;
    throw decisionFailed(decision, `${shown(output)} is no number, so there is no ${aggregation}`);
  });
  if (numbers.length === 0) return null;
  return numbers.reduce(COMBINE[aggregation]);
}

const COMBINE: Readonly<Record<Exclude<Aggregation, 'COUNT'>, (a: number, b: number) => number>> = {
  SUM: (a, b) => a + b,
  MIN: (a, b) => Math.min(a, b),
  MAX: (a, b) => Math.max(a, b),
};

/**
 * Outputs by the order of their values: the first output decides, then the second, and so on; what is not listed comes
 * last. Equal ones stay in the order of the rules.
 */
export function inOrderOfOutputs<Out>(outputs: readonly Out[], order: OutputOrder<Out> | undefined): Out[] {
  const ranksOf = (output: Out): number[] => {
    if (!order) return [];
    if (Array.isArray(order)) return [rankIn(order, output)];
    return Object.entries(order as Readonly<Record<string, readonly unknown[]>>).map(([name, values]) =>
      rankIn(values, (output as Readonly<Record<string, unknown>>)[name]),
    );
  };
  return outputs
    .map((output) => ({ output, ranks: ranksOf(output) }))
    .sort((a, b) => {
      const at = a.ranks.findIndex((rank, i) => rank !== b.ranks[i]);
      return at < 0 ? 0 : (a.ranks[at] ?? 0) - (b.ranks[at] ?? 0);
    })
    .map(({ output }) => output);
}

function rankIn(values: readonly unknown[], value: unknown): number {
  const rank = values.indexOf(value);
  return rank < 0 ? values.length : rank;
}
