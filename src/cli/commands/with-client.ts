import type { BatonClient } from '../../client';
import { requireProject } from '../project';

interface Common {
  readonly project?: string;
  readonly json?: boolean;
}

/** A client for the project's server; loaded when it is needed. */
export async function connected(project: string | undefined): Promise<BatonClient> {
  const { connectTo } = await import('../connect.js');
  return connectTo(requireProject(project));
}

/** Does something with the client and prints what comes of it: as JSON, or as the text that people get. */
export async function print<T>(
  { project, json = false }: Common,
  work: (client: BatonClient) => Promise<T>,
  text: (result: T) => string,
): Promise<void> {
  await using client = await connected(project);
  const result = await work(client);
  console.log(json ? JSON.stringify(result, null, 2) : text(result));
}
