import type { ActivityContract } from '../shared/activity-contract';

/** References to the functions of an activities module, by type only: nothing of the module is loaded. */
export type ActivityReferences<Module> = {
  readonly [Name in keyof Module as Module[Name] extends AnyFunction ? Name : never]: Module[Name] extends (
    ...args: infer Args
  ) => infer Result
    ? ActivityContract<Args extends [] ? void : Args[0], Awaited<Result>>
    : never;
};

type AnyFunction = (...args: never[]) => unknown;

/**
 * Makes plain functions callable by `task` without contracts. They get everything that they are given, and nothing is
 * checked at run time; write a contract to have both.
 *
 * Temporal calls: none.
 *
 * @example
 * import type * as implementations from '../activities';
 * const activities = activitiesOf<typeof implementations>();
 */
export function activitiesOf<Module>(): ActivityReferences<Module> {
  return new Proxy({} as ActivityReferences<Module>, {
    get: (_target, name): ActivityContract | undefined =>
      typeof name === 'string' ? { name, options: {}, plain: true } : undefined,
  });
}
