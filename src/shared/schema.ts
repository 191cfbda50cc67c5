import type { z } from 'zod';

/** A zod schema whose input type does not matter here. */
export type Schema<Out = unknown> = z.ZodType<Out>;

/** One reason why a value does not fit its schema. */
export interface Problem {
  /** Where, as in code: `items[0].sku`; empty for the value itself. */
  readonly path: string;
  readonly message: string;
}

export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Parses `value` by `schema`; without a schema everything fits. Never throws: a transform or refinement that throws
 * is a problem like any other (a plain error in workflow code would retry the workflow task forever).
 */
export function check<S extends Schema>(schema: S | undefined, value: unknown): Checked<z.output<S>> {
  if (schema === undefined) return { ok: true, value: value as z.output<S> };
  const result = safeParse(schema, value);
  if (result instanceof Error) return { ok: false, problems: [{ path: '', message: result.message }] };
  if (result.success) return { ok: true, value: result.data };
  return {
    ok: false,
    problems: result.error.issues.map((issue) => ({ path: formatPath(issue.path), message: issue.message })),
  };
}

/**
 * Like `check`, for what becomes variables: inputs, and what comes with messages and signals. Without a schema that is
 * an object, or nothing: of a text or a list every character or item would become a variable.
 */
export function checkFields<S extends Schema>(
  schema: S | null | undefined,
  value: unknown,
): Checked<z.output<S>> {
  const isFine = schema != null || value == null || (typeof value === 'object' && !Array.isArray(value));
  if (isFine) return check(schema ?? undefined, value);
  const given = Array.isArray(value) ? 'a list' : `a ${typeof value}`;
  return {
    ok: false,
    problems: [{ path: '', message: `expected an object with fields, received ${given}` }],
  };
}

function safeParse<S extends Schema>(schema: S, value: unknown): z.ZodSafeParseResult<z.output<S>> | Error {
  try {
    return schema.safeParse(value) as z.ZodSafeParseResult<z.output<S>>;
  } catch (error) {
    return new Error(`its schema failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** `items[0].sku: expected string; amount: must be positive` */
export function formatProblems(problems: readonly Problem[]): string {
  return problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
}

/** The field names of an object schema, or undefined for any other schema. */
export function fieldsOf(schema: Schema | undefined): readonly string[] | undefined {
  const shape = (schema as { shape?: unknown } | undefined)?.shape;
  return typeof shape === 'object' && shape !== null ? Object.keys(shape) : undefined;
}

/**
 * Of an object only the fields that the schema names and that have a value: history grows by what is sent, and secrets
 * leak by it.
 */
export function namedFields(schema: Schema | undefined, value: unknown): unknown {
  const fields = fieldsOf(schema);
  if (!fields || typeof value !== 'object' || value === null) return value;
  const given = value as Record<string, unknown>;
  return Object.fromEntries(
    fields.filter((field) => given[field] !== undefined).map((field) => [field, given[field]]),
  );
}

function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? String(key) : `.${String(key)}`))
    .join('');
}
