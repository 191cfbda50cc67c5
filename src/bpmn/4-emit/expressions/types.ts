/** As much of a JSON schema as is needed to tell what an expression does. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly [keyword: string]: unknown;
}

/** What is known of a value before anything runs. */
export interface Type {
  readonly kind: 'number' | 'string' | 'boolean' | 'null' | 'object' | 'array' | 'unknown';
  /** It may be missing or null as well. */
  readonly optional: boolean;
  readonly schema?: JsonSchema;
}

export const UNKNOWN: Type = { kind: 'unknown', optional: true };
export const NUMBER: Type = { kind: 'number', optional: false };
export const STRING: Type = { kind: 'string', optional: false };
export const BOOLEAN: Type = { kind: 'boolean', optional: false };
export const NULL: Type = { kind: 'null', optional: true };

const KINDS: Readonly<Record<string, Type['kind']>> = {
  number: 'number',
  integer: 'number',
  string: 'string',
  boolean: 'boolean',
  null: 'null',
  object: 'object',
  array: 'array',
};

export function typeOfSchema(schema: JsonSchema | undefined, optional = false): Type {
  if (!schema) return UNKNOWN;
  const { anyOf } = schema;
  if (anyOf) return union(anyOf.map((one) => typeOfSchema(one, optional)));
  if (Array.isArray(schema.type)) {
    const types = schema.type as readonly string[];
    return union(types.map((type) => typeOfSchema({ ...schema, type }, optional)));
  }
  if (typeof schema.type === 'string') {
    return { kind: KINDS[schema.type] ?? 'unknown', optional: optional || schema.type === 'null', schema };
  }
  const values = schema.enum ?? ('const' in schema ? [schema.const] : undefined);
  return values ? union(values.map((value) => ({ ...typeOfValue(value), schema }))) : UNKNOWN;
}

/** A property of an object; unknown if the object may be missing, because reading it would throw. */
export function typeOfProperty(object: Type, name: string): Type {
  const { schema } = object;
  if (
    object.kind !== 'object' ||
    object.optional ||
    !schema?.properties ||
    !Object.hasOwn(schema.properties, name)
  ) {
    return UNKNOWN;
  }
  return typeOfSchema(schema.properties[name], !(schema.required ?? []).includes(name));
}

/** What an array consists of; unknown if the array may be missing. */
export function typeOfItems({ kind, optional, schema }: Type): Type {
  return kind === 'array' && !optional ? typeOfSchema(schema?.items) : UNKNOWN;
}

export function isKnown(type: Type, kind?: Type['kind']): boolean {
  return type.kind !== 'unknown' && !type.optional && (kind === undefined || type.kind === kind);
}

function typeOfValue(value: unknown): Type {
  if (value === null) return NULL;
  const kind = Array.isArray(value) ? 'array' : typeof value;
  return { kind: KINDS[kind] ?? 'unknown', optional: false };
}

/** What both are, if they agree. */
export function union(types: readonly Type[]): Type {
  const optional = types.some((type) => type.optional);
  const [first, ...rest] = types.filter(({ kind }) => kind !== 'null');
  if (!first) return NULL;
  return rest.every(({ kind }) => kind === first.kind) && rest.length === 0
    ? { ...first, optional }
    : { kind: rest.every(({ kind }) => kind === first.kind) ? first.kind : 'unknown', optional };
}
