import { withDefaults } from '../../src/workers/defaults';

const taskQueue = 'orders';
const node = process.versions;
afterEach(() => void Object.defineProperty(process, 'versions', { value: node }));

/** As it would be on another version of Node. */
function onNode(version: string): void {
  Object.defineProperty(process, 'versions', { value: { ...node, node: version } });
}

test('many slots, many pollers, time to finish', () => {
  onNode('24.1.0');
  expect(withDefaults({ taskQueue })).toEqual({
    taskQueue,
    shutdownGraceTime: '10 seconds',
    workflowTaskPollerBehavior: { type: 'simple-maximum', maximum: 20 },
    activityTaskPollerBehavior: { type: 'simple-maximum', maximum: 20 },
    maxConcurrentWorkflowTaskExecutions: 100,
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
  expect([slots(50), slots(1), slots(0), slots(1000)]).toEqual([50, 2, 100, 100]);
});

test('before Node 24 no more than 500 runs are kept in memory, unless that is set', () => {
  onNode('22.20.0');
  expect(withDefaults({ taskQueue }).maxCachedWorkflows).toBe(500);
  expect(withDefaults({ taskQueue, maxCachedWorkflows: 2000 }).maxCachedWorkflows).toBe(2000);
  onNode('24.0.0');
  expect(withDefaults({ taskQueue }).maxCachedWorkflows).toBeUndefined();
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
