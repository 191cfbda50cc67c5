import { evaluate, FeelFunction } from 'feelin';
import { described } from './compare';
import { dateFunctions } from './dates';
import type { Functions, Refuse } from './define';
import { listFunctions } from './lists';
import { FEEL_FUNCTIONS } from './names';
import { numberFunctions } from './numbers';
import { patternFunctions } from './patterns';
import { rangeFunctions } from './ranges';
import { textFunctions } from './texts';
import { valueFunctions } from './values';

/**
 * The functions that an expression may mean: Baton's own where feelin has none or another one than the standard, else
 * feelin's, which say nothing of what they cannot take.
 *
 * @param refuse - told where a function has no value because it was given the wrong thing
 */
export function functionsIn(expression: string, refuse: Refuse): Functions {
  // Names stand before their parentheses; most expressions call nothing.
  const heads = expression.replace(/\s+/g, ' ').split('(').slice(0, -1);
  const meant = FEEL_FUNCTIONS.filter(
    (name) => name !== NEGATION && heads.some((head) => head.trimEnd().endsWith(name)),
  );
  const makers = new Set(meant.flatMap((name) => MAKERS.get(name) ?? []));
  const own: Functions = Object.assign({}, ...[...makers].map((make) => make(refuse)));
  return Object.fromEntries(
    meant.flatMap((name) => {
      const builtIn = BUILT_INS.get(name);
      const found = own[name] ?? (builtIn && telling(name, builtIn, refuse));
      return found ? [[name, found]] : [];
    }),
  );
}

/** Who makes the functions of Baton's own, by their names: an expression calls few, and making them takes its time. */
const MAKERS: ReadonlyMap<string, (refuse: Refuse) => Functions> = new Map(
  [
    dateFunctions,
    listFunctions,
    numberFunctions,
    patternFunctions,
    rangeFunctions,
    textFunctions,
    valueFunctions,
  ].flatMap((make) => Object.keys(make(() => null)).map((name) => [name, make] as const)),
);

/** A function as feelin has it. */
interface BuiltIn {
  (...given: unknown[]): unknown;
  readonly $args: string[];
}

/** feelin's own functions, which only expressions get at. */
const BUILT_INS: ReadonlyMap<string, BuiltIn> = new Map(
  FEEL_FUNCTIONS.filter((name) => !MAKERS.has(name)).flatMap((name) => {
    const { value } = evaluate(name) as { readonly value: BuiltIn | null };
    return value ? [[name, value] as const] : [];
  }),
);

/** Around tests, as in `not(> 5)`, it is no function; a condition tells by itself that null is none. */
const NEGATION = 'not';

/** A function of feelin's own that tells when it has no value for what it was given. Nothing comes of nothing. */
function telling(name: string, builtIn: BuiltIn, refuse: Refuse): FeelFunction {
  return new FeelFunction((...given: unknown[]) => {
    const result = builtIn(...given);
    if ((result ?? null) !== null || given.some(isNothing)) return result;
    return refuse(`${name}: there is no value for ${given.map(described).join(', ')}`);
  }, builtIn.$args);
}

/** Null, and lists with null or nothing in them. */
function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0 || value.some(isNothing);
  return value === null;
}
