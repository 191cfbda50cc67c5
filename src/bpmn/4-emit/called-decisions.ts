import type { ServiceTask } from '../2-model/types';
import type { DecisionForm } from '../decisions/describe-decision';
import type { Import } from './imports';
import { isReserved } from './reserved';

/** A decision of the project that tasks may call. */
export interface KnownDecision {
  /** Id in its file. */
  readonly id: string;
  /** Name of its function, and where that is. */
  readonly functionName: string;
  readonly module: string;
  readonly form: DecisionForm;
}

/** How the code of a file names the decisions that it calls, and what it has to import for that. */
export class CalledDecisions {
  /** Local name → decision. */
  readonly #imported = new Map<string, KnownDecision>();

  constructor(
    private readonly known: readonly KnownDecision[] | undefined,
    /** Whether something in the file has this name. */
    private readonly isTaken: (name: string) => boolean,
  ) {}

  /** The decision that a task calls; undefined if it calls none, or an activity has to stand for it. */
  find({ decision }: Partial<Pick<ServiceTask, 'decision'>>): KnownDecision | undefined {
    return decision && this.known?.find(({ id }) => id === decision.id);
  }

  /** Ids that a task may have meant; undefined if nobody has looked. */
  get ids(): readonly string[] | undefined {
    return this.known?.map(({ id }) => id);
  }

  /** A decision as the argument of a call. */
  reference(decision: KnownDecision): string {
    const { functionName } = decision;
    const isFree = (local: string) => {
      const known = this.#imported.get(local);
      return known ? known === decision : !isReserved(local) && !this.isTaken(local);
    };
    // Nothing else in the code begins with "$".
    const names = [functionName, `${functionName}Decision`, `$${functionName}`];
    const local = names.find(isFree) ?? `$${functionName}_${decision.module.replace(/[^\p{L}\p{N}]/gu, '_')}`;
    this.#imported.set(local, decision);
    return local;
  }

  /** The decisions that the file imports. */
  imports(): readonly Import[] {
    return [...this.#imported].map(([local, { functionName, module }]) => ({
      name: functionName,
      local,
      module,
    }));
  }
}
