import { z } from 'zod';
import type { JsonSchema } from '../../bpmn/4-emit/expressions/types';
import { INCIDENT_CHOICES, incidentChoice, type IncidentChoice } from '../../shared/incidents';
import { CommandError } from '../errors';
import { loadModule } from '../load-module';

/** What the module beside a diagram says of its data. */
export interface DiagramSchemas {
  /** JSON schema of the variables, as zod makes them of the input; missing if it says nothing of data. */
  readonly variables?: JsonSchema;
  /** Ids of the user tasks whose completion has a schema. */
  readonly tasks: readonly string[];
  /** Names of the messages whose payload has a schema. */
  readonly messages: readonly string[];
  /** Names of the signals whose payload has a schema. */
  readonly broadcasts: readonly string[];
  /** Failures of the diagram's processes that are incidents; default: what the project says. */
  readonly incidents?: IncidentChoice;
}

/**
 * Loads the module beside a diagram: its zod schema `Variables`, and, if it has them, the schemas of completions in `tasks`
 * and those of payloads in `messages` and `broadcasts`. It may also say which failures are `incidents`, and nothing else.
 *
 * @throws CommandError when it cannot be loaded, or exports nothing of it
 */
export async function diagramSchemas(module: string, esm: boolean): Promise<DiagramSchemas> {
  const { Variables, incidents, ...exported } = await loadModule(module, esm);
  const choice = incidentChoice(incidents);
  if (incidents !== undefined && choice === undefined)
    throw new CommandError(`incidents is not ${INCIDENT_CHOICES}`);
  const schemas = {
    tasks: names(exported, 'tasks', 'element ids'),
    messages: names(exported, 'messages', 'names of messages'),
    broadcasts: names(exported, 'broadcasts', 'names of signals'),
    ...(choice !== undefined && { incidents: choice }),
  };
  const hasSchemas = [schemas.tasks, schemas.messages, schemas.broadcasts].some(({ length }) => length > 0);
  if (Variables === undefined && choice !== undefined && !hasSchemas) return schemas;
  if (Variables === undefined) throw new CommandError('it does not export Variables');
  if (!isSchema(Variables)) throw new CommandError('Variables is not a zod schema');
  const variables = z.toJSONSchema(Variables, { io: 'output', unrepresentable: 'any' }) as JsonSchema;
  return { variables, ...schemas };
}

function names(exported: Readonly<Record<string, unknown>>, name: string, keys: string): readonly string[] {
  const schemas = exported[name] ?? {};
  if (typeof schemas === 'object' && Object.values(schemas).every(isSchema)) return Object.keys(schemas);
  throw new CommandError(`${name} is not a record of ${keys} and zod schemas`);
}

/** By shape: the project may have a copy of zod of its own. */
function isSchema(value: unknown): value is z.ZodType {
  return typeof value === 'object' && value !== null && '_zod' in value;
}
