import type { JsonSchema } from '../../../bpmn/4-emit/expressions/types';

/** A value that fits a JSON schema, as far as one can be made without knowing what it means; the first that comes to mind. */
export function sample(schema: JsonSchema, name = 'value'): unknown {
  const { type, properties = {}, required = [], items, anyOf, oneOf, allOf } = schema as Shape;
  const known = schema as Shape;
  if (known.const !== undefined) return known.const;
  if (known.default !== undefined) return known.default;
  if (known.enum) return known.enum[0];
  const [first] = anyOf ?? oneOf ?? allOf ?? [];
  if (first) return sample(first, name);
  switch (Array.isArray(type) ? type[0] : type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(properties)
          .filter(([key]) => required.includes(key))
          .map(([key, property]) => [key, sample(property, key)]),
      );
    case 'array':
      return Array.from({ length: known.minItems ?? 0 }, () => (items ? sample(items, name) : name));
    case 'integer':
    case 'number':
      return numberIn(known);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return textIn(known, name);
  }
}

interface Shape {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly minItems?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly format?: string;
}

function numberIn({ minimum, exclusiveMinimum }: Shape): number {
  if (exclusiveMinimum !== undefined) return Math.max(1, exclusiveMinimum + 1);
  return Math.max(1, minimum ?? 1);
}

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': '2030-01-01T00:00:00Z',
  date: '2030-01-01',
  time: '12:00:00',
  duration: 'PT1H',
  email: 'someone@example.com',
  uri: 'https://example.com/',
  uuid: '00000000-0000-4000-8000-000000000000',
};

function textIn({ format = '', minLength = 0 }: Shape, name: string): string {
  return FORMATS[format] ?? `${name}-1`.padEnd(minLength, '1');
}
