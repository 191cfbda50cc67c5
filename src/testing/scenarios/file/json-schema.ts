import { z } from 'zod';
import { scenarioFileSchema } from './schema';

/** What editors need to complete and check a file of scenarios, as the text of `schemas/scenarios.schema.json`. */
export function scenariosJsonSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(scenarioFileSchema, { io: 'input', unrepresentable: 'any' });
  const schema = {
    $schema,
    title: 'Scenarios of Baton (*.scenarios.yaml)',
    ...rest,
    anyOf: [{ required: ['diagram'] }, { required: ['workflow'] }],
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
