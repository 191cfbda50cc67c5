import { describeTask, taskTable } from '../../src/cli/print-tasks';

const task = {
  workflowId: 'refund/o-1',
  id: 'Task_Approve#1',
  name: 'Approve refund',
  state: 'open',
  candidateUsers: [],
  candidateGroups: ['finance'],
  createdAt: '2026-01-01T00:00:00.000Z',
} as const;

test('lists tasks in columns, without columns that say nothing', () => {
  const other = { ...task, workflowId: 'refund/o-200', assignee: 'eve', input: { amount: 5 } };
  expect(taskTable([task, other])).toBe(
    [
      'RUN           TASK            NAME            FOR            INPUT',
      'refund/o-1    Task_Approve#1  Approve refund  group finance',
      'refund/o-200  Task_Approve#1  Approve refund  eve            {"amount":5}',
    ].join('\n'),
  );
});

test('says that there are none, and who may do a task of nobody', () => {
  expect(taskTable([])).toBe('No open tasks.');
  expect(taskTable([{ ...task, candidateGroups: [] }])).toContain('anybody');
});

test('describes a task after it was worked on', () => {
  expect(describeTask({ ...task, state: 'claimed', assignee: 'eve' })).toBe(
    'Task_Approve#1 (Approve refund): claimed by eve',
  );
  expect(describeTask(task)).toBe('Task_Approve#1 (Approve refund): open');
});

test('says by whom a task was delegated, until it is handed back', () => {
  const delegated = { ...task, state: 'claimed', assignee: 'carl', owner: 'bob' } as const;
  expect(describeTask({ ...delegated, delegation: 'pending' })).toBe(
    'Task_Approve#1 (Approve refund): delegated by bob to carl',
  );
  expect(describeTask({ ...delegated, assignee: 'bob', delegation: 'resolved' })).toBe(
    'Task_Approve#1 (Approve refund): claimed by bob',
  );
});
