import { inspect, isDeepStrictEqual } from 'node:util';
import { withRejections } from '../../support/rejections';
import { Stage } from './stage';

/** How often elements are to have been entered when the run has completed. */
export type Expected = Readonly<Record<string, number>>;

/**
 * Plays a diagram and says what came of it that should not have: undefined if all is right.
 *
 * Beside the counts this is that the run has completed, and that all that was entered was left.
 */
export async function problemOf(
  title: string,
  xml: string,
  play: (stage: Stage) => void,
  expected: Expected,
  options: { readonly continues?: boolean } = {},
): Promise<string | undefined> {
  const stage = await Stage.open(xml, options);
  const { rejections } = await withRejections(() => play(stage));
  const { outcome, open } = stage.run;
  const { elements, active } = stage.progress;
  const counts = Object.keys(expected).map((id) => [id, elements[id]?.entered ?? 0] as const);
  const stillIn = Object.entries(elements)
    .filter(([, { entered, completed, cancelled, failed }]) => entered !== completed + cancelled + failed)
    .map(([id]) => id);
  const actual = {
    ...Object.fromEntries(counts),
    outcome: outcome?.kind ?? `open: ${open.map(({ kind, element }) => `${kind} ${element}`).join(', ')}`,
    stillIn: [...active, ...stillIn],
    rejections,
  };
  const wanted = { ...expected, outcome: 'completed', stillIn: [], rejections: [] };
  if (isDeepStrictEqual(actual, wanted)) return undefined;
  return `${title}: ${show(actual)} instead of ${show(wanted)}\n${show(outcome)}\n${xml}\n${stage.code}`;
}

const show = (what: unknown): string => inspect(what, { breakLength: Infinity, depth: 4 });

/**
 * A part of a product in which every factor comes up, the same in every run; all of it with BATON_EVENTS=all.
 *
 * @param step - every how manieth; prime to the numbers of the factors
 */
export function some<T>(all: readonly T[], step: number): readonly T[] {
  return process.env.BATON_EVENTS === 'all' ? all : all.filter((_, i) => i % step === 0);
}
