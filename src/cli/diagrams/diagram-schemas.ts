import { z } from 'zod';
import type { JsonSchema } from '../../bpmn/4-emit/expressions/types';
import { CommandError } from '../errors';
import { loadModule } from '../load-module';

/** What the module beside a diagram says of its data. */
export interface DiagramSchemas {
  /** JSON schema of the variables, as zod makes them of the input. */
  readonly variables: JsonSchema;
  /** Ids of the user tasks whose completion has a schema. */
  readonly tasks: readonly string[];
}

/**
 * Loads the module beside a diagram: its zod schema `Variables`, and the schemas of completions in `tasks`, if any.
 *
 * @throws CommandError when it cannot be loaded, or exports no such schema
 */
export async function diagramSchemas(module: string, esm: boolean): Promise<DiagramSchemas> {
  const { Variables, tasks = {} } = await loadModule(module, esm);
  if (Variables === undefined) throw new CommandError('it does not export Variables');
  if (!isSchema(Variables)) throw new CommandError('Variables is not a zod schema');
  if (typeof tasks !== 'object' || tasks === null || !Object.values(tasks).every(isSchema)) {
    throw new CommandError('tasks is not a record of element ids and zod schemas');
  }
  const variables = z.toJSONSchema(Variables, { io: 'output', unrepresentable: 'any' }) as JsonSchema;
  return { variables, tasks: Object.keys(tasks) };
}

/** By shape: the project may have a copy of zod of its own. */
function isSchema(value: unknown): value is z.ZodType {
  return typeof value === 'object' && value !== null && '_zod' in value;
}
