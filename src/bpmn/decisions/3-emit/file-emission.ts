import type { Reporter } from '../../diagnostics/reporter';
import type { Decision, KnowledgeModel } from '../2-model/types';
import type { DecisionInput } from './decision-function';
import type { DecisionUses } from './helpers';
import type { EmittedKnowledge } from './knowledge';
import type { ItemTypes } from './item-types';
import { codeName, NameBook, pascal } from './names';
import { FreeInBoxed } from './free-in-boxed';
import { readingOf, type Reading } from './reading';
import type { Work } from './scope';
import { planSharing, type Sharing } from './sharing';
import type { ValueType } from './value-types';

/** A decision that was written. */
export interface EmittedDecision {
  readonly decision: Decision;
  readonly functionName: string;
  readonly inputs: readonly DecisionInput[];
  /** Ids of the decisions whose results it can be given. */
  readonly given: readonly string[];
  /** What it gives. */
  readonly value: ValueType;
  readonly lines: readonly string[];
}

interface Name {
  readonly functionName: string;
  readonly typeName: string;
}

/** What the emission of a file knows and collects. */
export class FileEmission {
  readonly #names = new Map<string, Name>();
  readonly #decisions = new Map<string, EmittedDecision>();
  readonly #knowledge = new Map<string, EmittedKnowledge>();
  readonly #readings = new Map<string, Reading>();
  readonly #resultKeys = new Map<string, string>();
  #sharing: (id: string) => Sharing = planSharing([], () => []);

  constructor(
    readonly uses: DecisionUses,
    readonly types: ItemTypes,
    readonly names: NameBook,
    readonly reporter: Reporter,
    /** Says where the code comes from. */
    readonly origin: string,
  ) {}

  /** Names are taken before anything is written, so that functions can name each other. */
  declare(things: readonly (Decision | KnowledgeModel)[]): void {
    for (const thing of things) {
      const functionName = this.names.take('inputs' in thing ? codeName(thing) : thing.name, 'decision');
      this.#names.set(thing.id, { functionName, typeName: pascal(functionName) });
    }
  }

  /** What each reads is known before anything is written, so that what several read is decided once. */
  plan(decisions: readonly Decision[]): void {
    const byId = new Map(decisions.map((decision) => [decision.id, decision]));
    for (const decision of decisions) {
      const required = decision.decisions.flatMap((id) => byId.get(id) ?? []);
      this.#readings.set(decision.id, readingOf(decision, required, this));
    }
    const usesOf = (id: string) => this.#readings.get(id)?.used.map(({ other }) => other.id) ?? [];
    this.#sharing = planSharing([...byId.keys()], usesOf);
    const keys = new NameBook();
    for (const id of new Set(decisions.flatMap((decision) => this.sharingOf(decision).given))) {
      this.#resultKeys.set(id, keys.take(byId.get(id)?.variable.name ?? '', 'result'));
    }
  }

  readingOf({ id }: Decision): Reading {
    return this.#readings.get(id) ?? { free: new FreeInBoxed(), used: [] };
  }

  sharingOf({ id }: Decision): Sharing {
    return this.#sharing(id);
  }

  /** What callers who give the result of a decision along call it. */
  resultKey(id: string): string {
    return this.#resultKeys.get(id) ?? 'result';
  }

  /** Each after those that it requires. */
  sorted(decisions: readonly EmittedDecision[]): readonly EmittedDecision[] {
    return [...this.#decisions.values()].filter((one) => decisions.includes(one));
  }

  nameOf({ id }: { readonly id: string }): Name {
    return this.#names.get(id) ?? { functionName: 'decision', typeName: 'Decision' };
  }

  /** For the function of a decision or business knowledge model. */
  workFor(thing: Decision | KnowledgeModel): Work {
    const { uses, types, reporter } = this;
    return {
      label: 'inputs' in thing ? codeName(thing) : thing.name,
      element: thing.id,
      position: thing.position,
      uses,
      types,
      reporter,
      names: this.names.inner(),
      checked: new Map(),
    };
  }

  emitted(id: string): EmittedDecision | undefined {
    return this.#decisions.get(id);
  }

  add(decision: EmittedDecision): void {
    this.#decisions.set(decision.decision.id, decision);
  }

  addKnowledge(knowledge: EmittedKnowledge): void {
    this.#knowledge.set(knowledge.model.id, knowledge);
  }

  /** The functions that something calls. */
  knowledgeOf({ knowledge }: { readonly knowledge: readonly string[] }): readonly EmittedKnowledge[] {
    return knowledge.flatMap((id) => this.#knowledge.get(id) ?? []);
  }

  /** Their names in expressions. */
  knowledgeNames(thing: { readonly knowledge: readonly string[] }): readonly string[] {
    return this.knowledgeOf(thing).flatMap(({ model: { name, variable } }) => [
      ...new Set([variable.name, name]),
    ]);
  }
}
