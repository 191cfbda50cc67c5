import type { Expectations } from '../file/schema';
import type { Observed } from './judge';
import type { Call } from './record';
import { activityNames, type Subject } from './subject';
import { shown } from './values';

/** Key of a mapping that may have more than is said. */
const MORE = '...';

/** The first activity that was given something else than expected: what was wanted, and what it was. */
export function differingInputs(
  expected: NonNullable<Expectations['inputs']>,
  { record, subject }: Observed,
): { readonly wanted: string; readonly happened: string } | undefined {
  for (const [name, inputs] of Object.entries(expected)) {
    const given = callsOf(name, record.calls, subject).map(({ input }) => input);
    if (isAllOf(inputs, given)) continue;
    return { wanted: `${name}: ${shown(inputs)}`, happened: `${name}: ${shown(given)}` };
  }
  return undefined;
}

/** The calls of an activity, by its name or element. */
export function callsOf(name: string, calls: readonly Call[], subject: Subject): readonly Call[] {
  return calls.filter(({ name: called, element }) =>
    [element, ...activityNames(called, element, subject)].includes(name),
  );
}

/** Whether a value is what is expected, all of it; of mappings with the key `...` a part is enough. */
export function isAllOf(expected: unknown, value: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return Object.is(expected, value);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(expected) || Array.isArray(value)) {
    if (!Array.isArray(expected) || !Array.isArray(value)) return false;
    return expected.length === value.length && expected.every((one, i) => isAllOf(one, value[i]));
  }
  const known = value as Readonly<Record<string, unknown>>;
  const { [MORE]: _more, ...wanted } = expected as Readonly<Record<string, unknown>>;
  const mayHaveMore = MORE in expected;
  return (
    Object.entries(wanted).every(([key, one]) => isAllOf(one, known[key])) &&
    (mayHaveMore || Object.entries(known).every(([key, one]) => key in wanted || one === undefined))
  );
}
