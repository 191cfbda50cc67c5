import type { UpdateInput, WorkflowOutboundCallsInterceptor } from '@temporalio/workflow';
import { TASK_WORKFLOW } from '../../src/shared/inbox';
import { limiting } from '../../src/workflows/limits';

let historyLength = 0;
let historySize = 0;
jest.mock('@temporalio/workflow', () => ({
  ...jest.requireActual<object>('@temporalio/workflow'),
  workflowInfo: () => ({ historyLength, historySize }),
}));
beforeEach(() => {
  historyLength = 0;
  historySize = 0;
});

const limits = { pending: 2, updates: 2, signals: 2, events: 100, bytes: 1000 };
const exceeded = expect.objectContaining({ type: 'LimitExceeded' }) as unknown;

type Schedule = NonNullable<WorkflowOutboundCallsInterceptor['scheduleActivity']>;
const input = {} as Parameters<Schedule>[0];

test('so many activities at a time', async () => {
  const [{ scheduleActivity }] = limiting(limits).outbound as [{ scheduleActivity: Schedule }];
  let finish: (() => void) | undefined;
  const first = scheduleActivity(input, () => new Promise((resolve) => (finish = () => resolve(1))));
  const second = scheduleActivity(input, () => Promise.reject(new Error('second')));
  expect(() => scheduleActivity(input, () => Promise.resolve(3))).toThrow(exceeded as Error);
  await expect(second).rejects.toThrow('second');
  expect(await scheduleActivity(input, () => Promise.resolve(3))).toBe(3);
  finish!();
  expect(await first).toBe(1);
});

test('updates are refused before they reach the history', async () => {
  const [{ validateUpdate, handleUpdate }] = limiting(limits).inbound as [
    Required<ReturnType<typeof limiting>['inbound'][number]>,
  ];
  const update = { name: 'u' } as UpdateInput;
  for (let n = 0; n < 2; n++) {
    validateUpdate(update, () => undefined);
    await handleUpdate(update, () => Promise.resolve());
  }
  expect(() => validateUpdate(update, () => undefined)).toThrow(exceeded as Error);
});

test('a full history is said once: what was done can still be undone', async () => {
  const [{ scheduleActivity }] = limiting(limits).outbound as [{ scheduleActivity: Schedule }];
  historyLength = 100;
  expect(() => scheduleActivity(input, () => Promise.resolve(1))).toThrow(exceeded as Error);
  expect(await scheduleActivity(input, () => Promise.resolve(2))).toBe(2);
});

test('a full history is not said to what stands for a task in lists, without which the run goes on', async () => {
  const [outbound] = limiting(limits).outbound as [Required<WorkflowOutboundCallsInterceptor>];
  historyLength = 100;
  const child = { workflowType: TASK_WORKFLOW } as Parameters<typeof outbound.startChildWorkflowExecution>[0];
  await outbound.startChildWorkflowExecution(child, () =>
    Promise.resolve([Promise.resolve('run'), Promise.resolve()]),
  );
  expect(() => outbound.scheduleActivity(input, () => Promise.resolve(1))).toThrow(exceeded as Error);
});

test('a history is full as well when its few events are large', () => {
  const [{ scheduleActivity }] = limiting(limits).outbound as [{ scheduleActivity: Schedule }];
  historySize = 1000;
  expect(() => scheduleActivity(input, () => Promise.resolve(1))).toThrow(exceeded as Error);
});
