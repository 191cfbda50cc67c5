import { withDefaults } from '../../src/workers/defaults';

const taskQueue = 'orders';

test('many slots, many pollers, time to finish', () => {
  expect(withDefaults({ taskQueue })).toEqual({
    taskQueue,
    shutdownGraceTime: '10 seconds',
    workflowTaskPollerBehavior: { type: 'simple-maximum', maximum: 20 },
    activityTaskPollerBehavior: { type: 'simple-maximum', maximum: 20 },
    maxConcurrentWorkflowTaskExecutions: 200,
    maxConcurrentActivityTaskExecutions: 200,
    maxConcurrentLocalActivityExecutions: 200,
  });
});

test('what is set explicitly stays', () => {
  const given = { taskQueue, shutdownGraceTime: 0, maxConcurrentActivityTaskExecutions: 1 };
  expect(withDefaults(given)).toMatchObject({ ...given, maxConcurrentLocalActivityExecutions: 200 });
});

test('a small cache bounds the workflow tasks, but not below what Temporal takes', () => {
  const slots = (maxCachedWorkflows: number) =>
    withDefaults({ taskQueue, maxCachedWorkflows }).maxConcurrentWorkflowTaskExecutions;
  expect([slots(50), slots(1), slots(0), slots(1000)]).toEqual([50, 2, 200, 200]);
});

test('a tuner has slots of its own, which Temporal takes alone', () => {
  const supplier = { type: 'fixed-size', numSlots: 3 } as const;
  const tuner = {
    workflowTaskSlotSupplier: supplier,
    activityTaskSlotSupplier: supplier,
    localActivityTaskSlotSupplier: supplier,
    nexusTaskSlotSupplier: supplier,
  };
  expect(Object.keys(withDefaults({ taskQueue, tuner }))).not.toContain(
    'maxConcurrentWorkflowTaskExecutions',
  );
});
