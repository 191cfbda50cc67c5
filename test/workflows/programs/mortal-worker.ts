/**
 * A worker as a process of its own that is stopped at one moment of its work: killed as by `kill -9` or, by SIGTERM, asked
 * to end. `MortalWorker` says how it works; its argument is one of them as JSON.
 */
import type { Context } from '@temporalio/activity';
import { DefaultLogger, type ActivityInterceptors } from '@temporalio/worker';
import { createWorker } from 'batonflow/worker';
import { createRequire } from 'node:module';
import type { MortalWorker } from '../../support/mortal-workers';

const { codePath, taskQueue, address, death, activities } = JSON.parse(process.argv[2] ?? '') as MortalWorker;
let left = death.nth ?? 1;

/** By SIGTERM what is under way goes on. */
function die(): void {
  left -= 1;
  if (left === 0) process.kill(process.pid, death.signal);
}

function dying(context: Context): ActivityInterceptors {
  const { activityType, attempt } = context.info;
  if (activityType !== death.activity || attempt > 1) return {};
  const heartbeat = context.heartbeat.bind(context);
  return {
    inbound: {
      async execute(input, next) {
        if (death.moment === 'before') die();
        if (death.moment === 'amid') {
          const beat = (details: unknown) => {
            heartbeat(details);
            die();
          };
          Object.assign(context, { heartbeat: beat });
        }
        const result: unknown = await next(input);
        if (death.moment === 'after') die();
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
    ...(activities !== undefined && { activities: createRequire(__filename)(activities) as object }),
    registerSearchAttributes: false,
    interceptors: { activity: [dying] },
    logger: new DefaultLogger('ERROR'),
  });
  const running = worker.run();
  console.log('running');
  await running;
}

void main();
