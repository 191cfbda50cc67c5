/** Results that a decision has for others besides those that it reads itself. Ids, in the order of the file. */
export interface Sharing {
  /** Whoever has these already gives them along; else they are decided. */
  readonly given: readonly string[];
  /** Several of the decisions below need these: they are decided first, once. */
  readonly shared: readonly string[];
}

const NOTHING: Sharing = { given: [], shared: [] };

/**
 * Where decisions that several others require are decided, so that each is decided once however many ways lead to it.
 *
 * @param ids - of all decisions, each after those that it uses
 * @param usesOf - ids of the decisions whose results one reads
 */
export function planSharing(
  ids: readonly string[],
  usesOf: (id: string) => readonly string[],
): (id: string) => Sharing {
  const repeated = usedBySeveral(ids, usesOf);
  if (repeated.size === 0) return () => NOTHING;

  const below = new Map<string, ReadonlySet<string>>();
  const reached = (used: string) => [
    ...(repeated.has(used) ? [used] : []),
    ...(below.get(used) ?? new Set<string>()),
  ];
  for (const id of ids) below.set(id, new Set(usesOf(id).flatMap(reached)));

  const plan = new Map<string, { readonly given: Set<string>; readonly shared: ReadonlySet<string> }>();
  for (const id of ids) {
    plan.set(id, { given: new Set(), shared: usedBySeveral([...usesOf(id)], reached) });
  }
  // From the top: what one has, those below it are given.
  for (const id of [...ids].reverse()) {
    const { given, shared } = plan.get(id) ?? { given: new Set<string>(), shared: new Set<string>() };
    const needed = new Set([...given].flatMap((one) => [...(below.get(one) ?? [])]));
    for (const one of shared) if (needed.has(one)) given.add(one);
    for (const used of usesOf(id)) {
      const others = below.get(used);
      const takes = plan.get(used);
      for (const one of [...given, ...shared]) if (others?.has(one)) takes?.given.add(one);
    }
  }
  return (id) => {
    const own = plan.get(id);
    if (!own) return NOTHING;
    return {
      given: ids.filter((one) => own.given.has(one)),
      shared: ids.filter((one) => own.shared.has(one) && !own.given.has(one)),
    };
  };
}

/** What more than one of them leads to. */
function usedBySeveral(
  ids: readonly string[],
  leadsTo: (id: string) => readonly string[],
): ReadonlySet<string> {
  const once = new Set<string>();
  const again = new Set<string>();
  for (const id of ids) {
    for (const used of new Set(leadsTo(id))) (once.has(used) ? again : once).add(used);
  }
  return again;
}
