import { AsyncLocalStorage } from 'node:async_hooks';

/** Of the tests' `process`, a copy that jest makes, nobody calls the listeners. Functions of Node know the real one. */
const node = (AsyncLocalStorage.constructor as FunctionConstructor)('return process')() as NodeJS.Process;

/** Runs `body` and collects the rejections in it that nobody handles, instead of letting them end the test run. */
export async function withRejections<T>(body: () => T): Promise<{ result: T; rejections: unknown[] }> {
  const others = node.listeners('unhandledRejection');
  const rejections: unknown[] = [];
  node.removeAllListeners('unhandledRejection');
  node.on('unhandledRejection', (reason) => rejections.push(reason));
  try {
    const result = body();
    await new Promise((resolve) => setImmediate(resolve));
    return { result, rejections };
  } finally {
    node.removeAllListeners('unhandledRejection');
    for (const other of others) node.on('unhandledRejection', other);
  }
}
