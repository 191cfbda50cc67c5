import { isPlainKey, quote, type Doc } from '../../4-emit/doc';
import type { JsonSchema, Type } from '../../4-emit/expressions/types';

/** A constant that stands before a value. */
export interface Constant {
  readonly name: string;
  readonly doc: Doc;
}

/** A type of TypeScript. */
export interface TsType {
  /** Its name, or what it consists of. */
  readonly one: string | Fields;
  readonly isList?: boolean;
  readonly isNullable?: boolean;
}

export type Fields = readonly (readonly [name: string, type: string])[];

export function tsText({ one, isList = false, isNullable = false }: TsType): string {
  const text = typeof one === 'string' ? one : fieldsText(one);
  const all = isList ? `${/ \| /.test(text) && !text.startsWith('{') ? `(${text})` : text}[]` : text;
  return isNullable ? orNull(all) : all;
}

function fieldsText(fields: Fields): string {
  if (fields.length === 0) return 'object';
  return `{ ${fields.map(([name, type]) => `readonly ${isPlainKey(name) ? name : quote(name)}: ${type}`).join('; ')} }`;
}

export function orNull(ts: string): string {
  return ts === 'unknown' || / \| null$|^null$/.test(ts) ? ts : `${ts} | null`;
}

/** An object of which the types of the properties are known. */
export function objectType(properties: readonly (readonly [name: string, type: Type])[]): Type {
  const schemas = properties.map(([name, type]) => [name, schemaOf(type)] as const);
  const schema = {
    type: 'object',
    properties: Object.fromEntries(schemas),
    required: properties.map(([name]) => name),
  };
  return { kind: 'object', optional: false, schema };
}

function schemaOf({ kind, optional, schema }: Type): JsonSchema {
  if (kind === 'unknown') return {};
  return { ...schema, type: optional ? [kind, 'null'] : kind };
}

/** What a boxed expression is in TypeScript. */
export interface Logic {
  readonly before: readonly Constant[];
  readonly doc: Doc;
  /** As far as it is certain. */
  readonly type: Type;
  /** The same as TypeScript says it. */
  readonly ts: TsType;
  /** There may be dates and the like in it, which are no JSON. */
  readonly isRaw: boolean;
}
