import type { ProcessRun } from '../client';
import type { ProcessSpec } from '../shared/process-contract';
import { connectTo } from './connect';
import { findContract } from './find-process';
import type { Project } from './project';

/** A run, and the connection it is reached by, to be closed at the end. */
export interface OpenedRun extends AsyncDisposable {
  readonly run: ProcessRun<ProcessSpec | string>;
}

/**
 * A run by its workflow id, with the contract of its process where the project has one, so that what is sent is checked.
 *
 * @throws ClientError `not-found` when there is no such run; ServerError, CommandError when no server answers
 */
export async function openRun(project: Project, id: string): Promise<OpenedRun> {
  const client = await connectTo(project);
  try {
    const { type } = await client.describe(id);
    const process: ProcessSpec | string = (await findContract(project, type)) ?? type;
    return { run: client.get(process, id), [Symbol.asyncDispose]: () => client.close() };
  } catch (error) {
    await client.close();
    throw error;
  }
}
