import { noFlowTaken } from './failures';

type Branch = () => Promise<unknown>;

/** A branch with what it depends on. */
export interface Conditional {
  readonly branch: Branch;
  /** Taken when no other condition holds. */
  readonly isOtherwise: boolean;
  readonly holds: boolean;
}

/**
 * The branches to take behind an inclusive gateway: each whose condition holds, and those without one. If no condition
 * holds: that of `otherwise`. None at all fails the run with `NoFlowTaken`, naming the gateway.
 *
 * Temporal calls: none.
 *
 * @example
 * await parallel(...chosen('Gateway_Needs', when(vars.fragile, wrap), when(vars.heavy, orderCrane), otherwise(pack)));
 */
export function chosen(gateway: string, ...branches: readonly (Branch | Conditional)[]): Branch[] {
  const conditional = branches.filter((branch) => typeof branch !== 'function');
  const isNone = !conditional.some(({ holds }) => holds);
  const taken = branches.flatMap((branch) => {
    if (typeof branch === 'function') return [branch];
    return branch.holds || (branch.isOtherwise && isNone) ? [branch.branch] : [];
  });
  if (taken.length === 0) throw noFlowTaken(gateway);
  return taken;
}

/** A branch that is taken if the condition holds, see {@link chosen}. */
export function when(holds: boolean, branch: Branch): Conditional {
  return { branch, isOtherwise: false, holds };
}

/** A branch that is taken if no condition holds, see {@link chosen}. */
export function otherwise(branch: Branch): Conditional {
  return { branch, isOtherwise: true, holds: false };
}
