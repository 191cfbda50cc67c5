import { invalidInput } from '../shared/misfit';
import type { ProcessSpec } from '../shared/process-contract';
import { check, fieldsOf, type Problem, type Schema } from '../shared/schema';

/**
 * New values of variables, each checked by the process's schema of it. A name that is no variable there is refused: it
 * would be a typing error that changes nothing.
 *
 * @throws ApplicationFailure `InvalidInput` with every problem
 */
export function checkedEdits(
  { input }: ProcessSpec,
  vars: object,
  edits: unknown,
  subject: string,
): Record<string, unknown> {
  if (typeof edits !== 'object' || edits === null || Array.isArray(edits)) {
    const problem = { path: 'variables', message: 'must be an object: variable name → value' };
    throw invalidInput(subject, [problem]);
  }
  const known = fieldsOf(input);
  const shape = (input as { shape?: Readonly<Record<string, Schema>> } | undefined)?.shape;
  const problems: Problem[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(edits)) {
    if (known && !known.includes(name) && !(name in vars)) {
      problems.push({ path: name, message: `there is no such variable; there are ${known.join(', ')}` });
      continue;
    }
    const result = check(shape?.[name], value);
    if (result.ok) values[name] = result.value;
    else problems.push(...result.problems.map(({ path, message }) => ({ path: join(name, path), message })));
  }
  if (problems.length > 0) throw invalidInput(subject, problems);
  return values;
}

function join(name: string, path: string): string {
  return path === '' || path.startsWith('[') ? name + path : `${name}.${path}`;
}
