import { readFile, writeFile } from 'node:fs/promises';
import { isAlive } from '../lock';
import { withProbe } from '../connection/probe';

/** Says which server has a database open, in a file beside it. */
export interface ServerRecord {
  /** Process of the server. */
  readonly pid: number;
  readonly address: string;
  readonly uiUrl: string;
  readonly namespace: string;
  /** Id that the server's database has given to its cluster. */
  readonly clusterId: string;
}

export function recordFileOf(dbFile: string): string {
  return `${dbFile}.server.json`;
}

export async function writeRecord(dbFile: string, record: ServerRecord): Promise<void> {
  await writeFile(recordFileOf(dbFile), `${JSON.stringify(record, null, 2)}\n`);
}

/**
 * The live server that has this database open, if there is one. A record alone proves nothing, its writer may have
 * been killed: the server must answer, and with the id of this database's cluster.
 */
export async function findLiveServer(dbFile: string): Promise<ServerRecord | undefined> {
  const record = await readRecord(dbFile);
  if (record === undefined || !isAlive(record.pid)) return undefined;
  const clusterId = await clusterIdAt(record.address).catch(() => undefined);
  return clusterId === record.clusterId ? record : undefined;
}

async function readRecord(dbFile: string): Promise<ServerRecord | undefined> {
  try {
    return JSON.parse(await readFile(recordFileOf(dbFile), 'utf8')) as ServerRecord;
  } catch {
    return undefined;
  }
}

export async function clusterIdAt(address: string): Promise<string> {
  const info = await withProbe({ address }, 5_000, (connection) =>
    connection.workflowService.getClusterInfo({}),
  );
  return info.clusterId;
}
