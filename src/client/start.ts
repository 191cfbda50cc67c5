import { randomUUID } from 'node:crypto';
import {
  InternalConnectionLikeSymbol,
  type ConnectionLike,
  type InternalConnectionLike,
  type WorkflowOptions,
} from '@temporalio/client';
import {
  defineSearchAttributeKey,
  SearchAttributeType,
  TypedSearchAttributes,
  type SearchAttributePair,
} from '@temporalio/common';
import { SEARCH_ATTRIBUTES } from '../shared/names';
import { InvalidInputError } from './errors';
import { contractOf, typeOf, type ProcessRef } from './process-types';

/** Temporal's options for starting a workflow, with ids and search attributes taken care of. */
export interface StartOptions extends Partial<Omit<WorkflowOptions, 'workflowId' | 'taskQueue'>> {
  /** Workflow id. Default: `<type>/<business key>`, else `<type>/<random>`. */
  readonly id?: string;
  /** What people call this case: an order number. Shown in the UI and searchable; at most 1,000 bytes. */
  readonly businessKey?: string;
  /** Default: the client's. */
  readonly taskQueue?: string;
}

const processKey = defineSearchAttributeKey(SEARCH_ATTRIBUTES.process, SearchAttributeType.KEYWORD);
const businessKeyKey = defineSearchAttributeKey(SEARCH_ATTRIBUTES.businessKey, SearchAttributeType.KEYWORD);

/** Temporal ids and search attributes are bounded; a longer key would fail the run rather than the start. */
const MAX_KEY_BYTES = 1000;
/** The server refuses summaries above 400 bytes, of JSON. */
const MAX_SUMMARY_BYTES = 380;

/** What a start looks like to Temporal, apart from the input. */
export function startOptions(
  process: ProcessRef,
  options: StartOptions,
  defaults: { readonly taskQueue: string; readonly attributes: boolean },
): WorkflowOptions {
  const { id, businessKey, taskQueue = defaults.taskQueue, typedSearchAttributes, ...temporal } = options;
  if (businessKey !== undefined) checkBusinessKey(businessKey);
  const type = typeOf(process);
  const attributes = defaults.attributes
    ? withAttributes(typedSearchAttributes, type, businessKey)
    : typedSearchAttributes;
  return {
    ...describeRun(process, businessKey),
    ...temporal,
    ...(attributes && { typedSearchAttributes: attributes }),
    taskQueue,
    workflowId: id ?? `${type}/${businessKey ?? randomUUID()}`,
  };
}

/** How the run is named and described in the Temporal UI. */
export function describeRun(
  process: ProcessRef,
  businessKey: string | undefined,
): Pick<WorkflowOptions, 'staticSummary' | 'staticDetails'> {
  const contract = contractOf(process);
  const name = contract?.name ?? typeOf(process);
  return {
    staticSummary: shorten(businessKey === undefined ? name : `${name} · ${businessKey}`, MAX_SUMMARY_BYTES),
    ...(contract?.description && { staticDetails: contract.description }),
  };
}

/**
 * Eager start hands the first workflow task to a worker in this process with the answer to the start. Only a connection
 * shared with a worker can do it, and not with a start that is to come later.
 */
export function canStartEagerly(connection: ConnectionLike, options: WorkflowOptions): boolean {
  const internal = (connection as InternalConnectionLike)[InternalConnectionLikeSymbol];
  const supported = internal?.supportsEagerStart === true;
  return supported && options.startDelay === undefined && options.cronSchedule === undefined;
}

function withAttributes(
  given: WorkflowOptions['typedSearchAttributes'],
  type: string,
  businessKey: string | undefined,
): TypedSearchAttributes {
  const ours: SearchAttributePair[] = [
    { key: processKey, value: type },
    ...(businessKey === undefined ? [] : [{ key: businessKeyKey, value: businessKey }]),
  ];
  const theirs = given instanceof TypedSearchAttributes ? given : new TypedSearchAttributes(given ?? []);
  return theirs.updateCopy(ours);
}

function checkBusinessKey(businessKey: string): void {
  const bytes = Buffer.byteLength(businessKey);
  if (bytes > 0 && bytes <= MAX_KEY_BYTES) return;
  const message = `A business key has 1 to ${MAX_KEY_BYTES} bytes, this one has ${bytes}`;
  throw new InvalidInputError(`${message}; nothing was sent.`, {
    problems: [{ path: 'businessKey', message }],
  });
}

/** The beginning of a text, whole characters only. */
function shorten(text: string, maxBytes: number): string {
  const size = (value: string) => Buffer.byteLength(JSON.stringify(value));
  if (size(text) <= maxBytes) return text;
  const characters = [...text];
  while (characters.length > 0 && size(`${characters.join('')}…`) > maxBytes) characters.pop();
  return `${characters.join('')}…`;
}
