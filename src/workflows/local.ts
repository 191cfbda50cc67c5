import type { OpenVariables } from '../shared/process-contract';
import { amongVariables } from './variables-around';

/** Variables with others laid over them. Of what begins as nothing any value may come. */
export type Over<Vars extends object, Own extends object> = Vars extends OpenVariables
  ? OpenVariables
  : Omit<Vars, keyof Own> & {
      [Name in keyof Own]: Own[Name] extends null | undefined
        ? // eslint-disable-next-line @typescript-eslint/no-explicit-any -- nothing is known of it yet
          any
        : Own[Name] extends readonly never[]
          ? unknown[]
          : Own[Name];
    };

/** What a function with variables of its own works with: they, and how results are merged into them. */
export interface OwnVariables<Vars extends object> {
  readonly vars: Vars;
  assign: AssignFunction<Vars>;
}

export interface AssignFunction<Vars> {
  /**
   * Merges a result into the variables, each where it belongs: among the scope's own if it is one of those, else outside.
   * `undefined` is fine; so is what nothing is known of, as from a process without a schema. Temporal calls: none.
   *
   * @param options.except - names that are only the step's own: what the result says of them stays with the step.
   */
  (
    result: Partial<Vars> | OpenVariables | undefined | void,
    options?: { readonly except?: readonly string[] },
  ): void;
}

export interface LocalOptions {
  /** Whatever is written stays among the own variables, also what there is outside. */
  readonly keep?: 'all';
}

/**
 * Variables of a step or scope of its own, laid over those around it: a name is read and written among its own if it is
 * there, else outside. Temporal calls: none.
 *
 * @example
 * const review = local(vars, { amount: vars.order.total });
 */
export function local<Vars extends object, Own extends object>(
  vars: Vars,
  own: Own | undefined | void,
  { keep }: LocalOptions = {},
): Over<Vars, Own> {
  const mine: object = withLive({ ...own }, own);
  const home = (name: PropertyKey) => (Object.hasOwn(mine, name) ? mine : vars);
  return new Proxy(mine, {
    get: (_mine, name) => Reflect.get(home(name), name) as unknown,
    set: (_mine, name, value) => Reflect.set(keep === 'all' ? mine : home(name), name, value),
    has: (_mine, name) => Reflect.has(home(name), name),
    deleteProperty: (_mine, name) => Reflect.deleteProperty(home(name), name),
    ownKeys: () => [...new Set([...Reflect.ownKeys(vars), ...Reflect.ownKeys(mine)])],
    getOwnPropertyDescriptor: (_mine, name) => {
      const descriptor = Reflect.getOwnPropertyDescriptor(home(name), name);
      return descriptor && { ...descriptor, configurable: true };
    },
  }) as unknown as Over<Vars, Own>;
}

/** What is reckoned anew whenever it is read stays so. */
function withLive(mine: object, own: object | undefined | void): object {
  for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(own ?? {})))
    if (get) Object.defineProperty(mine, name, { get, enumerable: true, configurable: true });
  return mine;
}

/**
 * Runs `body` with variables of its own, as a sub-process has them: see {@link local}. Resolves to them as they are in the
 * end. Temporal calls: none.
 *
 * @example
 * const parcel = await withOwn(vars, { item: vars.items[0], weight: undefined }, async ({ vars, assign }) => {
 *   assign(await task('Weigh', activities.weigh, { item: vars.item }));
 * });
 * vars.total += parcel.weight;
 */
export async function withOwn<Vars extends object, Own extends object>(
  vars: Vars,
  own: Own,
  body: (run: OwnVariables<Over<Vars, Own>>) => Promise<unknown>,
  options?: LocalOptions,
): Promise<Over<Vars, Own>> {
  const mine = local(vars, own, options);
  await amongVariables(mine, () => body({ vars: mine, assign: assignTo(mine) }));
  return mine;
}

/** The `assign` for these variables. */
export function assignTo<Vars>(vars: Vars): AssignFunction<Vars> {
  return (result, { except = [] } = {}) => {
    const merged = Object.entries(result ?? {}).filter(([name]) => !except.includes(name));
    Object.assign(vars as object, Object.fromEntries(merged));
  };
}
