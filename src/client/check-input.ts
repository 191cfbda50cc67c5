import { didYouMean } from '../shared/did-you-mean';
import { oversize } from '../shared/payload-size';
import { check, checkFields, formatProblems, type Checked, type Schema } from '../shared/schema';
import { ClientError, InvalidInputError } from './errors';

/**
 * Refuses a payload that does not fit its schema, or is too large for Temporal, before anything is sent. It is sent as it
 * was given: the receiver parses it, and a transform must not run twice.
 */
export function checkInput(schema: Schema | undefined, value: unknown, subject: string): void {
  refuseMisfit(check(schema, value), value, subject);
}

/** The same for what becomes variables, which is an object also without a schema. */
export function checkVariables(schema: Schema | null | undefined, value: unknown, subject: string): void {
  refuseMisfit(checkFields(schema, value), value, subject);
}

function refuseMisfit(result: Checked<unknown>, value: unknown, subject: string): void {
  checkSize(value, subject);
  if (result.ok) return;
  const { problems } = result;
  throw new InvalidInputError(`${subject} does not fit, nothing was sent: ${formatProblems(problems)}`, {
    problems,
  });
}

/** Refuses what is too large for Temporal, before anything is sent. */
export function checkSize(value: unknown, subject: string): void {
  const tooLarge = oversize(value);
  if (tooLarge === undefined) return;
  throw new ClientError(`${subject} is too large, nothing was sent: ${tooLarge}.`, { code: 'too-large' });
}

/** Refuses a name that the contract does not have; a contract that names none takes any. */
export function checkName(names: object | undefined, name: string, subject: string): void {
  if (!names || Object.hasOwn(names, name)) return;
  const known = Object.keys(names);
  const has = known.length > 0 ? `which has: ${known.join(', ')}.` : 'which has none.';
  const hint = didYouMean(name, known);
  throw new InvalidInputError(
    `${subject} "${name}" is not in the contract, ${has}${hint === undefined ? '' : ` ${hint}`}`,
    { problems: [{ path: '', message: `unknown name "${name}"` }] },
  );
}
