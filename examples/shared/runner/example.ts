import type { BatonClient, ProcessRef, ProcessRun, RunResult, Step } from 'batonflow/client';
import type { Service } from '../services/service';

/** What the runner needs to know of an example; each has one in `examples/<name>/example.ts`. */
export interface Example<
  S extends Service = Service,
  ByHand extends ProcessRef = ProcessRef,
  FromDiagram extends ProcessRef = ProcessRef,
> {
  /** In a few words, for tables. */
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly shows: string;
  /**
   * Starts its services.
   *
   * @param data folder for what they keep, so that it outlives them; without one they keep it in memory
   */
  readonly start: (data?: string) => Promise<S>;
  /** The same process twice: written by hand, and compiled from the diagram. */
  readonly processes: readonly [byHand: ByHand, fromDiagram: FromDiagram];
  /** Plays it once, with one of its processes, and tells in a few words how it ended. */
  readonly play: (play: Play<S, ByHand | FromDiagram>) => Promise<string>;
  /** How it is to end. A failure that ends otherwise says so. */
  readonly ends: string;
  /** What can be made to fail, by the name that `--fail` takes. */
  readonly failures: Readonly<Record<string, FailureSwitch<S>>>;
}

export interface FailureSwitch<S> {
  /** What fails, and what can be seen then, in a sentence. */
  readonly shows: string;
  /** Makes a service fail. Where it is the customer or a person who causes it, `play` does it. */
  readonly switchOn?: (services: S) => void;
  /** How it ends then; default: as without the failure. */
  readonly ends?: string;
}

/** What `play` gets. */
export interface Play<S, P extends ProcessRef> {
  readonly process: P;
  readonly client: BatonClient;
  readonly services: S;
  /** Name of the failure that is switched on, if any. */
  readonly failure: string | undefined;
  /** Sees a run through to its end, and gives its result. */
  readonly follow: <R extends ProcessRef>(run: ProcessRun<R>, people?: People) => Promise<RunResult<R>>;
}

/** What people do while a run goes on. */
export interface People {
  /** Human tasks by name: what is entered into them; undefined leaves the task open. */
  readonly tasks?: Readonly<Record<string, (input: unknown) => unknown>>;
  /** Called once for each incident; returns what is to become of it. */
  readonly incident?: (element: string) => Promise<'retry' | 'skip'> | 'retry' | 'skip';
  /** Called at each step; the next one is looked at when it is done. For what people do besides: send messages, say. */
  readonly step?: (step: Step) => Promise<void> | void;
}

/** An example, with the types of what `play` gets. */
export function defineExample<S extends Service, A extends ProcessRef, B extends ProcessRef>(
  example: Example<S, A, B>,
): Example<S, A, B> {
  return example;
}
