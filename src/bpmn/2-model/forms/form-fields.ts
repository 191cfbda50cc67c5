import type { ElementReader } from '../element-reader';
import type { FieldType, Form, FormField, Scalar } from './form';

/** The fields that a user task of Camunda 7 or Flowable has in itself: `camunda:formData`, `flowable:formProperty`. */
export function readFormFields(reader: ElementReader): Form | undefined {
  const unchecked: string[] = [];
  const data = reader.extension('camunda:formData');
  data?.attribute('businessKey'); // of start forms
  const fields = [
    ...(data?.children('camunda:formField') ?? []).flatMap((field) => formField(field, unchecked)),
    ...['camunda', 'flowable'].flatMap((engine) =>
      reader
        .extensions(`${engine}:formProperty`)
        .flatMap((property) => formProperty(property, engine, unchecked)),
    ),
  ];
  return fields.length > 0 ? { fields, unchecked } : undefined;
}

function formField(reader: ElementReader, unchecked: string[]): FormField[] {
  const key = reader.attribute('id')?.trim();
  const label = reader.attribute('label')?.trim();
  reader.attribute('datePattern'); // what is shown
  reader.child('camunda:properties')?.leave(() => true);
  const constraints = constraintsOf(reader, key ?? '', unchecked);
  const type = typeOf(reader.attribute('type'), valuesIn(reader, 'camunda'), constraints);
  const given = defaultOf(reader.attribute('defaultValue'), type, key ?? '', unchecked);
  if (!key || constraints.has('readonly')) return [];
  return [{ key, required: constraints.has('required'), type, ...given, ...(label && { label }) }];
}

/** By name: `min` → `'10'`, `required` → undefined. */
function constraintsOf(
  reader: ElementReader,
  key: string,
  unchecked: string[],
): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const constraint of reader.child('camunda:validation')?.children('camunda:constraint') ?? []) {
    const name = constraint.attribute('name')?.trim() ?? '';
    const config = constraint.attribute('config')?.trim();
    const isFlag = name === 'required' || name === 'readonly';
    if (isFlag) {
      if (config !== 'false') found.set(name, config);
    } else if (LIMITS.includes(name) && config && Number.isFinite(Number(config))) found.set(name, config);
    else unchecked.push(`"${key}": ${name} ${config ?? ''}`.trim());
  }
  return found;
}

const LIMITS: readonly string[] = ['min', 'max', 'minlength', 'maxlength'];

function formProperty(reader: ElementReader, engine: string, unchecked: string[]): FormField[] {
  const key = (reader.attribute('variable') ?? reader.attribute('id'))?.trim();
  reader.attribute('id');
  const label = reader.attribute('name')?.trim();
  for (const name of ['readable', 'expression', 'datePattern']) reader.attribute(name); // what is shown
  const isWritable = reader.attribute('writable') !== 'false';
  const required = reader.attribute('required') === 'true';
  const type = typeOf(reader.attribute('type'), valuesIn(reader, engine), new Map());
  const given = defaultOf(reader.attribute('default'), type, key ?? '', unchecked);
  return key && isWritable ? [{ key, required, type, ...given, ...(label && { label }) }] : [];
}

/** The engines take it where the field is left out; the value of an expression is not known to the form. */
function defaultOf(
  text: string | undefined,
  type: FieldType,
  key: string,
  unchecked: string[],
): Pick<FormField, 'default'> {
  if (text === undefined || text.trim() === '') return {};
  const value = scalarOf(text.trim(), type);
  if (value !== undefined) return { default: value };
  unchecked.push(`"${key}": default ${text.trim()}`);
  return {};
}

/** What a text means for a field of the type; undefined if it is none of it, or an expression. */
function scalarOf(text: string, type: FieldType): Scalar | undefined {
  if (/[$#]\{/.test(text)) return undefined;
  switch (type.kind) {
    case 'text':
      return text;
    case 'number':
      return Number.isFinite(Number(text)) ? Number(text) : undefined;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'choice':
      return type.values === undefined || type.values.includes(text) ? text : undefined;
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
    default:
      return undefined;
  }
}

function valuesIn(reader: ElementReader, engine: string): readonly string[] {
  return reader.children(`${engine}:value`).flatMap((value) => {
    value.attribute('name');
    return value.attribute('id')?.trim() ?? [];
  });
}

function typeOf(
  type: string | undefined,
  values: readonly string[],
  constraints: ReadonlyMap<string, string | undefined>,
): FieldType {
  const limits = <Name extends string>(names: Readonly<Record<Name, string>>) =>
    Object.fromEntries(
      (Object.entries(names) as [Name, string][]).flatMap(([name, written]) =>
        constraints.has(written) ? [[name, Number(constraints.get(written))]] : [],
      ),
    ) as Readonly<Partial<Record<Name, number>>>;
  switch (type?.trim()) {
    case undefined:
    case '':
    case 'string':
      return { kind: 'text', ...limits({ minLength: 'minlength', maxLength: 'maxlength' }) };
    case 'long':
    case 'int':
    case 'integer':
      return { kind: 'number', integer: true, ...limits({ min: 'min', max: 'max' }) };
    case 'double':
      return { kind: 'number', ...limits({ min: 'min', max: 'max' }) };
    case 'boolean':
      return { kind: 'boolean' };
    case 'date':
      return { kind: 'date' };
    case 'enum':
      return { kind: 'choice', ...(values.length > 0 && { values }) };
    default:
      return { kind: 'any' };
  }
}
