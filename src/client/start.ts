import { randomUUID } from 'node:crypto';
import {
  InternalConnectionLikeSymbol,
  type ConnectionLike,
  type InternalConnectionLike,
  type WorkflowOptions,
} from '@temporalio/client';
import { identityOptions } from '../shared/run-identity';
import type { ProcessSpec } from '../shared/process-contract';
import { startEventProblem } from '../shared/start-event';
import { summaryOf } from '../shared/summary';
import { InvalidInputError } from './errors';
import { contractOf, typeOf, type ProcessRef } from './process-types';

/** Temporal's options for starting a workflow, with ids and search attributes taken care of. */
export interface StartOptions extends Partial<Omit<WorkflowOptions, 'workflowId' | 'taskQueue'>> {
  /** Workflow id. Default: `<type>/<business key>`, else `<type>/<random>`. */
  readonly id?: string;
  /** What people call this case: an order number. Shown in the UI and searchable; at most 1,000 bytes. */
  readonly businessKey?: string;
  /** Where the process begins, if it has several start events: the id of one. Default: the one without a trigger. */
  readonly startEvent?: string;
  /** Default: the client's. */
  readonly taskQueue?: string;
}

/** Temporal ids and search attributes are bounded; a longer key would fail the run rather than the start. */
const MAX_KEY_BYTES = 1000;

/** What a start looks like to Temporal, apart from the input. */
export function startOptions(
  process: ProcessRef,
  options: StartOptions,
  defaults: { readonly taskQueue: string; readonly attributes: boolean },
): WorkflowOptions {
  const { id, businessKey, startEvent, taskQueue = defaults.taskQueue, ...temporal } = options;
  checkStartEvent(contractOf(process), startEvent);
  if (businessKey !== undefined) checkBusinessKey(businessKey);
  const type = typeOf(process);
  return {
    ...describeRun(process, businessKey),
    ...temporal,
    ...identityOptions({ ...temporal, type, businessKey, startEvent, registered: defaults.attributes }),
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
  return {
    staticSummary: summaryOf(contract?.name ?? typeOf(process), businessKey),
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

function checkStartEvent(contract: ProcessSpec | undefined, startEvent: string | undefined): void {
  const problem = contract && startEventProblem(contract, startEvent);
  if (problem === undefined) return;
  throw new InvalidInputError(`Start event of ${contract?.type}: ${problem}; nothing was sent.`, {
    problems: [{ path: 'startEvent', message: problem }],
  });
}

function checkBusinessKey(businessKey: string): void {
  const bytes = Buffer.byteLength(businessKey);
  if (bytes > 0 && bytes <= MAX_KEY_BYTES) return;
  const message = `A business key has 1 to ${MAX_KEY_BYTES} bytes, this one has ${bytes}`;
  throw new InvalidInputError(`${message}; nothing was sent.`, {
    problems: [{ path: 'businessKey', message }],
  });
}
