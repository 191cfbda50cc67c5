import { FeelFunction, FeelRange } from 'feelin';
import { described, isContext } from './compare';
import { define, type Functions, type Refuse } from './define';

type Context = Readonly<Record<string, unknown>>;

/** Functions for any values, and for contexts. */
export function valueFunctions(refuse: Refuse): Functions {
  return {
    string: define(['from'], (value) => (value === null || value === undefined ? null : textOf(value))),
    'is defined': define(['value'], (value) => value !== null && value !== undefined),
    'get or else': define(['value', 'default'], (value, otherwise) => value ?? otherwise ?? null),
    assert: define(['value', 'condition', 'cause'], (value, condition, cause) => {
      if (condition === true) return value;
      throw new Error(typeof cause === 'string' ? cause : 'assert: the condition does not hold');
    }),
    fromAi: define(['value', 'description', 'type', 'schema', 'options'], (value) => value),
    'from json': define(['value'], (text) => {
      if (text === null || text === undefined) return null;
      try {
        if (typeof text === 'string') return JSON.parse(text) as unknown;
      } catch {
        // told below
      }
      return refuse(`from json: ${described(text)} is no JSON`);
    }),
    'to json': define(['value'], (value) => JSON.stringify(value ?? null)),
    'get value': define(['m', 'key'], (context, key) => {
      if (!isContext(context)) return context === null ? null : refuse(noContext('get value', context));
      const keys = [key].flat();
      return keys.length === 0 ? null : (keys.reduce(entryOf, context) ?? null);
    }),
    'context put': define(['context', 'key', 'value', 'keys'], (context, key, value, keys = key) => {
      if (!isContext(context)) return context === null ? null : refuse(noContext('context put', context));
      const path = [keys].flat();
      if (path.length === 0 || path.some((one) => typeof one !== 'string'))
        return refuse(`context put: ${described(keys)} is no key`);
      return put(context, path as readonly string[], value ?? null);
    }),
  };
}

/** As Camunda 8 writes values. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `[${value.map(textInside).join(', ')}]`;
  if (isContext(value))
    return `{${Object.entries(value)
      .map(([key, entry]) => `${key}:${textInside(entry)}`)
      .join(', ')}}`;
  if (value instanceof FeelRange) {
    const [start, end] = [value.start, value.end].map(textInside);
    return `${value['start included'] ? '[' : '('}${start}..${end}${value['end included'] ? ']' : ')'}`;
  }
  return typeof value === 'function' || value instanceof FeelFunction ? 'function' : String(value ?? null);
}

function textInside(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : textOf(value);
}

function noContext(name: string, value: unknown): string {
  return `${name}: ${described(value)} is no context`;
}

function entryOf(value: unknown, key: unknown): unknown {
  return isContext(value) && typeof key === 'string' && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Contexts on the way are made where there are none. */
function put(context: Context, [key = '', ...rest]: readonly string[], value: unknown): Context {
  const inner = entryOf(context, key);
  return { ...context, [key]: rest.length === 0 ? value : put(isContext(inner) ? inner : {}, rest, value) };
}
