import { FeelFunction } from 'feelin';

/** Told why there is no value; what it gives is the value then. */
export type Refuse = (reason: string) => null;

export type Functions = Readonly<Record<string, FeelFunction>>;

/**
 * A function as expressions call it, by positions or by the names of its parameters.
 *
 * @param parameters - as the standard or Camunda calls them; the last one may be `...rest`
 */
export function define(
  parameters: readonly string[],
  body: (...values: readonly unknown[]) => unknown,
): FeelFunction {
  return new FeelFunction(body, [...parameters]);
}

/** What a function takes is a list, or its items one by one. */
export function itemsOf(values: readonly unknown[]): readonly unknown[] {
  const [first] = values;
  return values.length === 1 && Array.isArray(first) ? (first as unknown[]) : values;
}
