import { check, formatProblems, type Schema } from '../shared/schema';
import { InvalidInputError } from './errors';

/**
 * Refuses a payload that does not fit its schema, before anything is sent. It is sent as it was given: the receiver
 * parses it, and a transform must not run twice.
 */
export function checkInput(schema: Schema | undefined, value: unknown, subject: string): void {
  const result = check(schema, value);
  if (result.ok) return;
  const { problems } = result;
  throw new InvalidInputError(`${subject} does not fit, nothing was sent: ${formatProblems(problems)}`, {
    problems,
  });
}

/** Refuses a name that the contract does not have; a contract that names none takes any. */
export function checkName(names: object | undefined, name: string, subject: string): void {
  if (!names || Object.hasOwn(names, name)) return;
  const known = Object.keys(names).join(', ');
  throw new InvalidInputError(`${subject} "${name}" is not in the contract, which has: ${known}.`, {
    problems: [{ path: '', message: `unknown name "${name}"` }],
  });
}
