/**
 * A worker as a process of its own that dies, as by `kill -9`, at one moment of its first attempt of a built-in activity:
 * before its work, in the middle (at its first heartbeat), or when the work is done and nobody knows of it yet.
 *
 *     mortal-worker.ts <bundle> <task queue> <address> [<activity> <before | amid | after>]
 */
import type { Context } from '@temporalio/activity';
import { DefaultLogger, type ActivityInterceptors } from '@temporalio/worker';
import { createWorker } from 'batonflow/worker';

const [codePath = '', taskQueue = '', address = '', activity, moment] = process.argv.slice(2);

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('dead');
}

function dying(context: Context): ActivityInterceptors {
  const { activityType, attempt } = context.info;
  if (activityType !== activity || attempt > 1) return {};
  return {
    inbound: {
      async execute(input, next) {
        if (moment === 'before') die();
        if (moment === 'amid') Object.assign(context, { heartbeat: die });
        const result: unknown = await next(input);
        if (moment === 'after') die();
        return result;
      },
    },
  };
}

async function main(): Promise<void> {
  const worker = await createWorker({
    workflowBundle: { codePath },
    taskQueue,
    connection: { address },
    registerSearchAttributes: false,
    interceptors: { activity: [dying] },
    logger: new DefaultLogger('ERROR'),
  });
  const running = worker.run();
  console.log('running');
  await running;
}

void main();
