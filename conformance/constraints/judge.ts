import type { ConstraintFile } from '../suites';
import type { Verdict } from '../verdict';

/** What a compile did with a file, compared with what the standard says of it. */
export type Outcome =
  /** Invalid, and said to be. */
  | 'caught'
  /** Invalid, and stopped only because the compiler cannot do it (or because it is not meant to run). */
  | 'caught-by-limit'
  /** Invalid, and compiled. */
  | 'missed'
  /** Valid, and compiled, or not meant to run. */
  | 'accepted'
  /** Valid, and more than the compiler can do. */
  | 'not-yet'
  /** Valid, and said to be invalid. */
  | 'wronged';

const INVALID = {
  invalid: 'caught',
  unsupported: 'caught-by-limit',
  'not-executable': 'caught-by-limit',
  accepted: 'missed',
} as const satisfies Record<Verdict, Outcome>;

const VALID = {
  invalid: 'wronged',
  unsupported: 'not-yet',
  'not-executable': 'accepted',
  accepted: 'accepted',
} as const satisfies Record<Verdict, Outcome>;

export function judge(
  { valid, executable }: Pick<ConstraintFile, 'valid' | 'executable'>,
  verdict: Verdict,
): Outcome {
  // "Not executable" of a file that is says that the compiler did not see it.
  if (valid && executable && verdict === 'not-executable') return 'wronged';
  return valid ? VALID[verdict] : INVALID[verdict];
}
