import type { ClientContext } from '../../src/client/context';
import { workerFigures } from '../../src/client/worker-figures';

const heartbeat = (secondsAgo: number) => ({
  workerHeartbeat: {
    taskQueue: 'orders',
    status: 1,
    heartbeatTime: { seconds: Math.floor(Date.now() / 1000) - secondsAgo, nanos: 0 },
    // Between its last two: it says nothing of how long ago they were.
    elapsedSinceLastHeartbeat: { seconds: 60, nanos: 0 },
    workflowTaskSlotsInfo: { currentUsedSlots: 1, currentAvailableSlots: 3 },
  },
});

test('a worker that was killed is not counted, though the server lists it for a day', async () => {
  const context = {
    client: {
      options: { namespace: 'default' },
      workflowService: {
        listWorkers: () =>
          Promise.resolve({ workersInfo: [heartbeat(30), heartbeat(600)], nextPageToken: [] }),
        describeTaskQueue: () => Promise.resolve({ pollers: [] }),
      },
    },
    server: { address: 'nowhere', namespace: 'default' },
    taskQueue: 'orders',
  } as unknown as ClientContext;
  expect(await workerFigures(context, ['orders'])).toMatchObject([
    { taskQueue: 'orders', workers: 1, utilisation: 0.25 },
  ]);
});
