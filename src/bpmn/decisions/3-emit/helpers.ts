import { EXPRESSION_HELPERS } from '../../4-emit/expressions/helpers';

/** Everything of the runtime that generated decisions name, by where it comes from. A test checks that each exists. */
const DECISION_HELPERS = {
  'batonflow/decision': [
    'above',
    'aggregate',
    'atLeast',
    'atMost',
    'below',
    'between',
    'decide',
    'decideAll',
    'either',
    'given',
    'is',
    'not',
    'oneOf',
    'rule',
  ],
  'batonflow/feel': ['feel', 'feelValue', 'fromFeel', 'temporal', 'unaryTest'],
  'batonflow/workflow': [...EXPRESSION_HELPERS, 'evaluate'],
} as const;

type Sources = typeof DECISION_HELPERS;
export type DecisionHelper = { [Source in keyof Sources]: Sources[Source][number] }[keyof Sources];

/** Notes which helpers a file uses. */
export class DecisionUses {
  readonly #used = new Set<DecisionHelper>();

  /** The helper's name, to be written into code. */
  use<H extends DecisionHelper>(helper: H): H {
    this.#used.add(helper);
    return helper;
  }

  /** The helpers of each source that are used, by name. */
  imports(): readonly { readonly source: string; readonly names: readonly string[] }[] {
    return Object.entries(DECISION_HELPERS).flatMap(([source, helpers]) => {
      const names = (helpers as readonly DecisionHelper[]).filter((helper) => this.#used.has(helper)).sort();
      return names.length > 0 ? [{ source, names }] : [];
    });
  }
}

export function isDecisionHelper(name: string): name is DecisionHelper {
  return (Object.values(DECISION_HELPERS).flat() as readonly string[]).includes(name);
}
