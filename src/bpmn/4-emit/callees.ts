import { identifier } from '../../shared/identifier';
import { workflowType } from '../../shared/workflow-type';
import type { CalledProcess } from '../2-model/types';
import { quote } from './doc';
import { fileNames } from './file-names';
import type { Import } from './imports';
import { functionName } from './names';
import { isReserved } from './reserved';

/** A process of the project that calls may name: of another diagram, or written by hand. */
export interface KnownProcess {
  /** Id in its diagram; of one that was written by hand the workflow type. */
  readonly id: string;
  /** Workflow type. */
  readonly type: string;
  /** Where its contract is; without one it is called by its type, and nothing is checked. */
  readonly contract?: { readonly name: string; readonly module: string };
}

/** What is known of the file whose calls are to be written. */
interface File {
  /** Of its own processes: id → contract, as its functions see it. */
  readonly own: ReadonlyMap<string, string>;
  readonly deployment: string | undefined;
  readonly processes: readonly KnownProcess[] | undefined;
  /** Whether something in the file has this name. */
  isTaken(name: string): boolean;
}

/** How the code of a file names the processes that it calls, and what it has to import for that. */
export class Callees {
  /** Local name → contract. */
  readonly #imported = new Map<string, NonNullable<KnownProcess['contract']>>();

  constructor(private readonly file: File) {}

  /** A process as the argument of a call: its contract where that is known, else its name. */
  reference(called: CalledProcess): string {
    const own = called.imported ? undefined : this.file.own.get(called.id);
    if (own !== undefined) return own;
    const known = this.find(called);
    if (known?.contract) return this.#import(known.contract);
    return this.#byName(called.id, known?.type ?? this.typeOf(called));
  }

  /** A run makes a workflow type of the name that it calls; where that would be another one, the type is said. */
  #byName(id: string, type: string): string {
    const name = [type, identifier(id)].find((one) => workflowType(one, this.file.deployment) === type);
    return name === undefined ? `{ type: ${quote(type)} }` : quote(name);
  }

  /** Whether it is a process that exists, as far as the processes of the project were told. */
  isKnown(called: CalledProcess): boolean {
    const { own, processes } = this.file;
    return called.imported !== undefined || own.has(called.id) || !processes || !!this.find(called);
  }

  /** The workflow type that a process compiles to. */
  typeOf({ id, imported }: CalledProcess): string {
    const { deployment } = this.file;
    const { base } = fileNames(imported?.path ?? id); // of any other file only the id is known
    return functionName(id, { base, ids: imported?.processes ?? [id], deployment });
  }

  /** Ids that a call may have meant. */
  get names(): readonly string[] {
    return [...this.file.own.keys(), ...(this.file.processes ?? []).map(({ id }) => id)];
  }

  /** The contracts that the file imports. */
  imports(): readonly Import[] {
    return [...this.#imported].map(([local, contract]) => ({ ...contract, local }));
  }

  private find(called: CalledProcess): KnownProcess | undefined {
    const { processes = [], deployment } = this.file;
    if (called.imported) {
      const name = this.typeOf(called);
      const module = `./${fileNames(called.imported.path).stem}.process`;
      return { id: called.id, type: name, contract: { name, module: module.replace('./../', '../') } };
    }
    return (
      processes.find(({ id }) => id === called.id) ??
      processes.find(({ type }) => type === called.id || type === workflowType(called.id, deployment))
    );
  }

  #import(contract: NonNullable<KnownProcess['contract']>): string {
    const { name, module } = contract;
    for (let n = 0; ; n += 1) {
      const local = n === 0 ? name : `${name}Process${n === 1 ? '' : n}`;
      const known = this.#imported.get(local);
      if (known?.name === name && known.module === module) return local;
      if (known || isReserved(local) || this.file.isTaken(local)) continue;
      this.#imported.set(local, contract);
      return local;
    }
  }
}
