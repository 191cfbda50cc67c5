import { parseIsoCycle, parseIsoDuration } from '../../shared/durations';
import type { Context, ElementReader } from './element-reader';
import { extensionAttribute } from './expressions';
import type { Expression } from './value-types';

export interface Retries {
  /** How often a task is tried in all. */
  readonly retries?: Tries;
  /** ISO 8601 duration between two tries. */
  readonly retryInterval?: string;
}

/** A number, or what gives one. */
export type Tries = number | Expression;

const CYCLES = ['camunda:failedJobRetryTimeCycle', 'flowable:failedJobRetryTimeCycle'];

/** `zeebe:taskDefinition retries`, or `failedJobRetryTimeCycle` of Camunda 7 and Flowable (`R3/PT10M`). */
export function readRetries(reader: ElementReader, context: Context): Retries {
  const definition = reader.extension('zeebe:taskDefinition');
  const retries = definition && readTries(definition, context);
  if (retries !== undefined) return { retries };
  for (const name of CYCLES) {
    const cycle = reader.extension(name);
    if (cycle) return fromCycle(cycle, context);
  }
  return {};
}

/** Zeebe's attribute `retries`: a number, or FEEL. Anything else is left unread, and so reported. */
export function readTries(reader: ElementReader, context: Context): Tries | undefined {
  const written = reader.element.attributes.get('retries')?.trim() ?? '';
  const digits = /^=?\s*(\d+)$/.exec(written)?.[1];
  if (digits === undefined && !written.startsWith('=')) return undefined;
  const read = extensionAttribute(reader, 'retries', context);
  // Whatever it says, there is a first time.
  return digits === undefined ? read : Math.max(1, Number(digits));
}

function fromCycle(reader: ElementReader, { diagram, reporter }: Context): Retries {
  const { text } = reader.element;
  if (text === '') return {}; // editors leave it behind when the field is emptied
  const intervals = text.split(',').map((one) => one.trim());
  const [interval] = intervals;
  // A list has the times between the tries; Temporal has one time for all of them.
  if (interval !== undefined && parseIsoDuration(interval) && intervals.every((one) => one === interval))
    return { retries: intervals.length + 1, retryInterval: interval };
  const cycle = parseIsoCycle(text);
  if (cycle?.times === undefined || cycle.start || cycle.end) {
    const parameters = { value: text, type: 'retry cycle', example: 'R3/PT10M' };
    reporter.report('timer-invalid', diagram.document.place.text(reader.element), parameters);
    return {};
  }
  return { retries: cycle.times, retryInterval: text.slice(text.indexOf('/') + 1).trim() };
}
