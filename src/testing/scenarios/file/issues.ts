import { z } from 'zod';
import { didYouMean } from '../../../shared/did-you-mean';
import type { Path } from './places';

/** What is wrong at one place of the data. */
export interface Issue {
  readonly path: Path;
  /** The key itself is meant, not its value. */
  readonly atKey: boolean;
  readonly message: string;
  readonly hint?: string;
}

/** What zod finds, each mistake once, in words that say what to do. */
export function issuesIn(error: z.ZodError, schema: z.ZodType, data: unknown): readonly Issue[] {
  const issues = error.issues.flatMap((issue) => explain(issue as z.core.$ZodIssue, [], schema, data));
  return issues.filter((issue) => !issues.some((other) => isBecauseOf(issue, other)));
}

/** A mapping with an unknown key is not what it should be for that reason; nor is a key missing that is misspelt. */
function isBecauseOf({ path, atKey }: Issue, { path: other, atKey: isKey, hint = '' }: Issue): boolean {
  if (!isKey || path === other) return false;
  if (!atKey) return other.length === path.length + 1 && path.every((key, i) => key === other[i]);
  const isBeside = path.length === other.length && path.slice(0, -1).every((key, i) => key === other[i]);
  return isBeside && hint.startsWith('Did you mean') && hint.includes(`"${String(path.at(-1))}"`);
}

function explain(issue: z.core.$ZodIssue, before: Path, schema: z.ZodType, data: unknown): readonly Issue[] {
  const path = [...before, ...issue.path];
  const value = valueAt(data, path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, path);
      return issue.keys.map((key) => ({
        path: [...path, key],
        atKey: true,
        message: `There is no key "${key}" here.`,
        hint: didYouMean(key, known) ?? `There are: ${known.join(', ')}.`,
      }));
    }
    case 'invalid_union': {
      if (value === undefined) return [missing(path)];
      const branch = closest(issue.errors, value);
      if (branch) return branch.flatMap((inner) => explain(inner, path, schema, data));
      const expected = issue.errors.flat().flatMap((inner) => ('expected' in inner ? [inner.expected] : []));
      return [at(path, `${subject(path)} must be ${alternatives(expected)}${butIs(value)}.`)];
    }
    case 'invalid_type':
      if (value === undefined) return [missing(path)];
      return [at(path, `${subject(path)} must be ${words(issue.expected)}${butIs(value)}.`)];
    case 'invalid_value': {
      const known = issue.values.map(String);
      const hint = typeof value === 'string' ? didYouMean(value, known) : undefined;
      const message = `${subject(path)} must be ${alternatives(known)}${butIs(value)}.`;
      return [hint === undefined ? at(path, message) : { ...at(path, message), hint }];
    }
    case 'too_small':
      return [
        at(path, Array.isArray(value) ? `${subject(path)} is empty.` : `${subject(path)}: ${issue.message}.`),
      ];
    default:
      return [at(path, `${subject(path)} ${issue.message}.`)];
  }
}

function at(path: Path, message: string): Issue {
  return { path, atKey: false, message };
}

function missing(path: Path): Issue {
  return { path, atKey: true, message: `"${String(path.at(-1))}" is missing.` };
}

/** Of the alternatives the one that was meant: the one whose outer shape fits. */
function closest(
  errors: readonly (readonly z.core.$ZodIssue[])[],
  value: unknown,
): readonly z.core.$ZodIssue[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const isOther = ({ code, path }: z.core.$ZodIssue) => path.length === 0 && code.startsWith('invalid_');
  return errors.find((branch) => !branch.some(isOther));
}

function subject(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  return typeof last === 'number' ? `Entry ${last + 1} of "${String(path.at(-2))}"` : `"${String(last)}"`;
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a mapping (key: value)',
  record: 'a mapping (key: value)',
  array: 'a list',
};

function words(expected: string): string {
  return WORDS[expected] ?? expected;
}

function alternatives(expected: readonly string[]): string {
  return [...new Set(expected.map(words))].join(' or ');
}

function butIs(value: unknown): string {
  if (value === null) return ', but is empty';
  if (Array.isArray(value)) return ', but is a list';
  return typeof value === 'object' ? ', but is a mapping' : `, but is ${JSON.stringify(value)}`;
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    data,
  );
}

/** The keys that a mapping at this path may have. */
function keysAt(schema: z.ZodType, path: Path): readonly string[] {
  const schemas = path.reduce<readonly z.ZodType[]>(
    (all, key) => all.flatMap((one) => inside(one, key)),
    [schema],
  );
  return [
    ...new Set(
      schemas.flatMap(plain).flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : [])),
    ),
  ];
}

function inside(schema: z.ZodType, key: PropertyKey): readonly z.ZodType[] {
  return plain(schema).flatMap((one): readonly z.ZodType[] => {
    if (one instanceof z.ZodObject) {
      const property = (one.shape as Record<PropertyKey, z.ZodType | undefined>)[key];
      return property ? [property] : [];
    }
    if (one instanceof z.ZodArray) return [one.element as z.ZodType];
    return one instanceof z.ZodRecord ? [one.valueType as z.ZodType] : [];
  });
}

/** Without what only says that it may be left out; of a union all members. */
function plain(schema: z.ZodType): readonly z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return plain(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) return plain(schema.in as z.ZodType);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => plain(one as z.ZodType));
  return [schema];
}
