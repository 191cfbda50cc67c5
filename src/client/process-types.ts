import type { z } from 'zod';
import type { InputOf, OpenInput, OutputOf, ProcessSpec, TaskSpec } from '../shared/process-contract';
import type { Schema } from '../shared/schema';

/** Any workflow function. Only its type and name matter to a client. */
export type WorkflowFunction = (...args: never[]) => Promise<unknown>;

/**
 * What a client can be told of a process: its contract (everything is typed and checked), its workflow function (typed
 * input and result), or just the workflow type's name. With a name, types can be given by hand:
 * `client.start<typeof orderFulfilment>('orderFulfilment', input)`.
 */
export type ProcessRef = ProcessSpec | WorkflowFunction | string;

export type StartInput<P> = P extends ProcessSpec
  ? InputOf<P>
  : P extends (...args: infer Args) => unknown
    ? Args[0]
    : unknown;

export type RunResult<P> = P extends ProcessSpec
  ? OutputOf<P>
  : P extends (...args: never[]) => Promise<infer R>
    ? R
    : unknown;

type Declared<P, Kind extends string> =
  P extends Readonly<Record<Kind, infer All extends object>> ? All : never;

/** Names that the contract declares; any name where it declares none. */
export type NameIn<P, Kind extends 'messages' | 'broadcasts' | 'signals' | 'queries' | 'updates'> = [
  Declared<P, Kind>,
] extends [never]
  ? string
  : keyof Declared<P, Kind> & string;

type Entry<P, Kind extends string, Name> = [Declared<P, Kind>] extends [never]
  ? unknown
  : Name extends keyof Declared<P, Kind>
    ? Declared<P, Kind>[Name]
    : unknown;

/** Payload of a message or signal. */
export type PayloadOf<P, Kind extends 'messages' | 'broadcasts' | 'signals', Name> =
  Entry<P, Kind, Name> extends infer S extends Schema ? z.input<S> : unknown;

/** What a query or update takes; nothing where the contract says so. */
export type QuestionOf<P, Kind extends 'queries' | 'updates', Name> =
  Entry<P, Kind, Name> extends infer E
    ? E extends { readonly input: infer S extends Schema }
      ? z.input<S>
      : unknown extends E
        ? unknown
        : undefined
    : never;

/** What a query or update returns. */
export type AnswerOf<P, Kind extends 'queries' | 'updates', Name> =
  Entry<P, Kind, Name> extends { readonly output: infer S extends Schema } ? z.output<S> : unknown;

/** Arguments that may be left out when they may be undefined. */
export type Optional<T, Rest extends unknown[] = []> = undefined extends T
  ? [value?: T, ...Rest]
  : OpenInput extends T
    ? [value?: T, ...Rest]
    : [value: T, ...Rest];

/** Elements of the human tasks that the contract names. */
export type TaskElement<P> = [Declared<P, 'tasks'>] extends [never]
  ? string
  : keyof Declared<P, 'tasks'> & string;

/** What the completion of a human task brings. */
export type TaskResult<P, Element> =
  Entry<P, 'tasks', Element> extends infer T extends TaskSpec
    ? T extends { readonly result: infer S extends Schema }
      ? z.input<S>
      : unknown
    : unknown;

/** The contract, where there is one. */
export function contractOf(process: ProcessRef | undefined): ProcessSpec | undefined {
  return typeof process === 'object' ? process : undefined;
}

/** The workflow type's name. */
export function typeOf(process: ProcessRef): string {
  if (typeof process === 'string') return process;
  return typeof process === 'function' ? process.name : process.type;
}
