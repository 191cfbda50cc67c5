import { quote } from '../../4-emit/doc';
import { type Type, UNKNOWN } from '../../4-emit/expressions/types';
import type { DecisionTable, OutputColumn } from '../2-model/types';
import type { Constant } from './constants';
import type { Value } from './expression';
import { objectType, orNull, type TsType } from './logic';
import type { ValueType } from './value-types';

/** An output column, and what is known of it. */
export interface OutputInfo {
  readonly column: OutputColumn;
  /** In the object of several outputs. */
  readonly key: string | undefined;
  readonly declared: ValueType;
  readonly allowed: readonly Constant[] | undefined;
}

/** More than this and a union of texts says less than `string`. */
const MAX_UNION = 12;

/** What a table gives. */
export function outputType(
  table: DecisionTable,
  outputs: readonly OutputInfo[],
  values: readonly (readonly (Value | undefined)[])[],
  defaults: readonly (Value | undefined)[],
): { readonly ts: TsType; readonly type: Type } {
  if (table.aggregation)
    return { ts: { one: 'number', isNullable: true }, type: { kind: 'number', optional: true } };
  const hasDefault = defaults.some((value) => value !== undefined);
  const columns = outputs.map((output, i) => {
    const rows = hasDefault ? [...values, defaults] : values;
    return columnType(
      output,
      rows.map((row) => row[i]),
    );
  });
  const [only] = columns;
  const one =
    columns.length === 1 && only
      ? only
      : {
          ts: outputs.map(({ key = '' }, i) => [key, columns[i]?.ts ?? 'unknown'] as const),
          type: objectType(outputs.map(({ key = '' }, i) => [key, columns[i]?.type ?? UNKNOWN] as const)),
        };
  if (isListed(table)) return { ts: { one: one.ts, isList: true }, type: { kind: 'array', optional: false } };
  if (hasDefault) return { ts: { one: one.ts }, type: one.type };
  return { ts: { one: one.ts, isNullable: true }, type: { ...one.type, optional: true } };
}

/** Whether several rules have their say. */
export function isListed({ hitPolicy }: DecisionTable): boolean {
  return hitPolicy === 'COLLECT' || hitPolicy === 'RULE ORDER' || hitPolicy === 'OUTPUT ORDER';
}

/** By its entries where they are certain, else as it is declared. */
function columnType(
  output: OutputInfo,
  values: readonly (Value | undefined)[],
): { readonly ts: string; readonly type: Type } {
  const isNull = (value: Value | undefined) => value === undefined || value.constant === null;
  const given = values.filter((value): value is Value => !isNull(value));
  const optional = values.some(isNull) || given.some(({ type }) => type.optional);
  const kinds = new Set(given.map(({ type }) => type.kind));
  const [kind] = kinds;
  const end = (ts: string, type: Type) => ({ ts: optional ? orNull(ts) : ts, type: { ...type, optional } });
  if (kinds.size === 1 && (kind === 'number' || kind === 'boolean' || kind === 'string')) {
    return end(kind === 'string' ? texts(output, given) : kind, { kind, optional: false });
  }
  // A variable that is handed on is what it is; FEEL's own results are what the file says.
  const isOther = given.some(({ binding }) => binding && binding.value.ts !== output.declared.ts);
  return { ts: isOther ? 'unknown' : orNull(output.declared.ts), type: UNKNOWN };
}

/** `'green' | 'red'`, if all are known and few. */
function texts({ allowed }: OutputInfo, values: readonly Value[]): string {
  const listed = allowed?.filter((value) => typeof value === 'string');
  const constants = values.map(({ constant }) => constant);
  if (!constants.every((value) => typeof value === 'string')) return 'string';
  const all = [...new Set(listed?.length ? listed : constants)];
  if (all.length > MAX_UNION) return 'string';
  return all.map(quote).join(' | ');
}
