import type { ConnectionLike } from '@temporalio/client';
import type { Logger } from '@temporalio/worker';
import { registerSearchAttributes } from '../temporal';

/**
 * Registers Baton's search attributes, or says how somebody else can. Nothing depends on them except lists of processes
 * and human tasks, so a server without them (the time-skipping one, a namespace without the right) is fine.
 */
export async function prepareSearchAttributes(
  connection: ConnectionLike,
  namespace: string,
  logger: Logger,
): Promise<void> {
  const { registered, commands } = await registerSearchAttributes(connection, namespace);
  if (registered) return;
  logger.warn(
    "Baton's search attributes are not registered and could not be. Processes run as usual, but lists of processes " +
      `and human tasks need them. Somebody with the right to do so can run:\n${commands.join('\n')}`,
  );
}
