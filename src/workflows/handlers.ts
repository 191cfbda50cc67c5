import { condition, defineQuery, defineSignal, defineUpdate, log, setHandler } from '@temporalio/workflow';
import type { z } from 'zod';
import {
  BROADCAST_SIGNAL,
  OFFER_UPDATE,
  type Broadcast,
  type Offer,
  type OfferAnswer,
} from '../shared/delivery';
import { invalidOutput } from '../shared/misfit';
import { MESSAGE_SIGNAL, PROGRESS_QUERY } from '../shared/names';
import type { ProcessSpec } from '../shared/process-contract';
import { check, checkFields, formatProblems, type Schema } from '../shared/schema';
import type { MessageEnvelope, Progress } from '../shared/wire';
import { checked } from './failures';
import { handleIncidents } from './incident-handlers';
import type { Run } from './run';
import { handleTasks } from './task-handlers';

type Given<E> = E extends { readonly input: infer S extends Schema } ? z.output<S> : undefined;
type Answer<E> = E extends { readonly output: infer S extends Schema } ? z.input<S> : unknown;
type Names<T> = keyof NonNullable<T> & string;
type Entry<T, Name extends string> = NonNullable<T> extends Readonly<Record<Name, infer E>> ? E : never;
type Payload<T, Name extends string> = Entry<T, Name> extends infer S extends Schema ? z.output<S> : never;

export interface HandlerFunctions<P extends ProcessSpec> {
  /**
   * Handles a Temporal signal of the contract. A payload that does not fit its schema is dropped and logged, for a
   * signal cannot be answered. Temporal calls: `setHandler`.
   *
   * @example
   * onSignal('pause', ({ reason }) => { paused = reason; });
   */
  onSignal<Name extends Names<P['signals']>>(
    name: Name,
    handler: (payload: Payload<P['signals'], Name>) => void | Promise<void>,
  ): void;
  /** Answers a query of the contract. Temporal calls: `setHandler`. */
  onQuery<Name extends Names<P['queries']>>(
    name: Name,
    handler: (input: Given<Entry<P['queries'], Name>>) => Answer<Entry<P['queries'], Name>>,
  ): void;
  /**
   * Handles an update of the contract. Input that does not fit is refused before it reaches the history; so is what
   * `validate` throws at. Temporal calls: `setHandler`.
   *
   * @example
   * onUpdate('changeAddress', (address) => { vars.address = address; return true; });
   */
  onUpdate<Name extends Names<P['updates']>>(
    name: Name,
    handler: (
      input: Given<Entry<P['updates'], Name>>,
    ) => Answer<Entry<P['updates'], Name>> | Promise<Answer<Entry<P['updates'], Name>>>,
    options?: { readonly validate?: (input: Given<Entry<P['updates'], Name>>) => void },
  ): void;
}

type AnyHandler = (input: unknown) => unknown;

export function handlersIn<P extends ProcessSpec>(run: Run): HandlerFunctions<P> {
  const { process } = run;
  return {
    onSignal: (name, handler) => {
      setHandler(defineSignal<[unknown]>(name), async (payload) => {
        const result = check(process.signals?.[name], payload);
        if (result.ok) await (handler as AnyHandler)(result.value);
        else log.warn(`Signal '${name}' refused: ${formatProblems(result.problems)}`);
      });
    },
    onQuery: (name, handler) => {
      const exchange = process.queries?.[name];
      setHandler(defineQuery<unknown, [unknown]>(name), (input) => {
        const answer = (handler as AnyHandler)(checked(exchange?.input, input, `query ${name}`));
        return checked(exchange?.output, answer, `query ${name}`, invalidOutput);
      });
    },
    onUpdate: (name, handler, { validate } = {}) => {
      const exchange = process.updates?.[name];
      const read = (input: unknown) => checked(exchange?.input, input, `update ${name}`);
      setHandler(
        defineUpdate<unknown, [unknown]>(name),
        async (input) => {
          const answer = await (handler as AnyHandler)(read(input));
          return checked(exchange?.output, answer, `update ${name}`, invalidOutput);
        },
        { validator: (input) => (validate as AnyHandler | undefined)?.(read(input)) ?? void read(input) },
      );
    },
  };
}

/** The handlers that every run has: messages, signals, human tasks, incidents, progress, escalations of called processes. */
export function handleBuiltIns(run: Run): void {
  const { arrivals, mailbox, incidents, progress, escalations, continuation } = run;
  /** Who waits for an event waits again when a run that follows another one has got to where it goes on. */
  const onArrival = async <T>(hear: () => T): Promise<T> => {
    if (continuation.isOnItsWay) await condition(() => !continuation.isOnItsWay);
    return arrivals.hear(hear);
  };
  escalations.handle();
  setHandler(defineSignal<[MessageEnvelope]>(MESSAGE_SIGNAL), (envelope) =>
    arrivals.hear(() => mailbox.deliver(envelope)),
  );
  setHandler(defineUpdate<OfferAnswer, [Offer]>(OFFER_UPDATE), (offer) =>
    onArrival(() => mailbox.answer(offer)),
  );
  setHandler(defineSignal<[Broadcast]>(BROADCAST_SIGNAL), (broadcast) =>
    onArrival(() => hear(run, broadcast)),
  );
  setHandler(defineQuery<Progress>(PROGRESS_QUERY), () => ({
    ...progress.snapshot(),
    incidents: incidents.elements,
  }));
  handleTasks(run);
  handleIncidents(run);
}

/** A broadcast cannot be answered, so one that does not fit is dropped and logged. */
function hear({ process, signals }: Run, broadcast: Broadcast): void {
  const payload = checkFields(process.broadcasts?.[broadcast.name], broadcast.payload);
  if (payload.ok) signals.hear({ ...broadcast, payload: payload.value });
  else log.warn(`Signal '${broadcast.name}' refused: ${formatProblems(payload.problems)}`);
}
