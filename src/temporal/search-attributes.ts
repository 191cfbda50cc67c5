import type { ConnectionLike } from '@temporalio/client';
import { setTimeout as sleep } from 'node:timers/promises';
import { SEARCH_ATTRIBUTES } from '../shared/names';
import { isGrpcStatus } from './connection/grpc-status';
import { isTemporalCloud } from './connection/temporal-cloud';

/** Types of Baton's search attributes, as the CLI and the API name them. */
export const ATTRIBUTE_TYPES = {
  [SEARCH_ATTRIBUTES.process]: 'Keyword',
  [SEARCH_ATTRIBUTES.businessKey]: 'Keyword',
  [SEARCH_ATTRIBUTES.openTasks]: 'KeywordList',
  [SEARCH_ATTRIBUTES.incident]: 'KeywordList',
  [SEARCH_ATTRIBUTES.taskAssignee]: 'Keyword',
  [SEARCH_ATTRIBUTES.taskState]: 'Keyword',
  [SEARCH_ATTRIBUTES.taskDue]: 'Datetime',
} as const;

/** `temporal.api.enums.v1.IndexedValueType` */
const INDEXED_VALUE_TYPE = { Keyword: 2, Datetime: 6, KeywordList: 7 } as const;
const VISIBLE_MS = 15_000;

type AttributeName = keyof typeof ATTRIBUTE_TYPES;

export interface SearchAttributeState {
  /** Whether all of Baton's search attributes can be used in this namespace. */
  readonly registered: boolean;
  /** Those that are missing, because the connection may not create them. */
  readonly missing: readonly string[];
  /** Commands with which somebody who may can create the missing ones. */
  readonly commands: readonly string[];
}

/**
 * Finds out which of Baton's search attributes can be used in a namespace (`CountWorkflowExecutions`), and changes
 * nothing.
 */
export async function checkSearchAttributes(
  connection: ConnectionLike,
  namespace: string,
): Promise<SearchAttributeState> {
  return stateOf(await missingAttributes(connection, namespace), connection, namespace);
}

/**
 * Makes sure that Baton's search attributes exist in a namespace: asks for each one (`CountWorkflowExecutions`), creates
 * the missing ones (`AddSearchAttributes`) and waits until they can be used. Where the right to create them is missing,
 * as on Temporal Cloud, nothing fails: the result has the commands to run, and Baton works without them.
 */
export async function registerSearchAttributes(
  connection: ConnectionLike,
  namespace: string,
): Promise<SearchAttributeState> {
  const missing = await missingAttributes(connection, namespace);
  if (missing.length === 0) return { registered: true, missing: [], commands: [] };
  try {
    await connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(
        missing.map((name) => [name, INDEXED_VALUE_TYPE[ATTRIBUTE_TYPES[name]]]),
      ),
    });
  } catch {
    // Whatever the reason (no right, another process was faster, no room), what counts is what is usable now.
    return stateOf(await missingAttributes(connection, namespace), connection, namespace);
  }
  const until = Date.now() + VISIBLE_MS;
  let left = missing;
  while (left.length > 0 && Date.now() < until) {
    await sleep(100);
    left = await missingAttributes(connection, namespace);
  }
  return stateOf(left, connection, namespace);
}

function stateOf(
  missing: readonly AttributeName[],
  connection: ConnectionLike,
  namespace: string,
): SearchAttributeState {
  const cloud = isTemporalCloud(addressOf(connection));
  const commands = missing.map((name) =>
    cloud
      ? `tcld namespace search-attributes add --namespace ${namespace} --search-attribute "${name}=${ATTRIBUTE_TYPES[name]}"`
      : `temporal operator search-attribute create --namespace ${namespace} --name ${name} --type ${ATTRIBUTE_TYPES[name]}`,
  );
  return { registered: missing.length === 0, missing, commands };
}

/** Connections of clients tell where they lead to, those of workers do not. */
function addressOf(connection: ConnectionLike): string {
  const { options } = connection as { options?: { address?: unknown } };
  return typeof options?.address === 'string' ? options.address : '';
}

async function missingAttributes(connection: ConnectionLike, namespace: string): Promise<AttributeName[]> {
  const names = Object.keys(ATTRIBUTE_TYPES) as AttributeName[];
  const usable = await Promise.all(names.map((name) => isUsable(connection, namespace, name)));
  return names.filter((_, index) => !usable[index]);
}

const unusable = ['INVALID_ARGUMENT', 'PERMISSION_DENIED', 'UNIMPLEMENTED'] as const;

/**
 * A query that names an attribute is refused as invalid while the attribute does not exist. The time-skipping test
 * server has no queries at all, and a connection may lack the right to ask.
 */
async function isUsable(connection: ConnectionLike, namespace: string, name: string): Promise<boolean> {
  try {
    await connection.workflowService.countWorkflowExecutions({ namespace, query: `${name} IS NOT NULL` });
    return true;
  } catch (error) {
    if (unusable.some((status) => isGrpcStatus(error, status))) return false;
    throw error;
  }
}
