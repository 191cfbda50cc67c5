import type { HumanTask } from '../../src/shared/human-tasks';
import { selected, type TaskCriteria } from '../../src/client/task-filter';

function task(id: string, more: Partial<HumanTask> = {}): HumanTask {
  return {
    id,
    element: 'Task',
    name: id,
    state: 'open',
    candidateUsers: [],
    candidateGroups: [],
    createdAt: '2026-01-01T00:00:00.000Z',
    ...more,
  };
}

const idsOf = (tasks: readonly HumanTask[], criteria: TaskCriteria = {}) =>
  selected(tasks, criteria).map(({ id }) => id);

describe('order', () => {
  const tasks = [
    task('old', { createdAt: '2025-01-01T00:00:00.000Z' }),
    task('due later', { dueAt: '2026-03-01T00:00:00.000Z' }),
    task('due soon', { dueAt: '2026-02-01T00:00:00.000Z' }),
    task('low', { priority: 10, dueAt: '2026-01-02T00:00:00.000Z' }),
    task('high', { priority: 80 }),
  ];

  test('the most urgent first: priority, of which 50 is the usual one, then due date, then age', () => {
    expect(idsOf(tasks)).toEqual(['high', 'due soon', 'due later', 'old', 'low']);
  });

  test('by due date, those without one last; by age', () => {
    expect(idsOf(tasks, { sort: 'due' })).toEqual(['low', 'due soon', 'due later', 'old', 'high']);
    expect(idsOf(tasks, { sort: 'created' })[0]).toBe('old');
  });

  test('pages', () => {
    expect(idsOf(tasks, { limit: 2 })).toEqual(['high', 'due soon']);
    expect(idsOf(tasks, { offset: 3, limit: 2 })).toEqual(['old', 'low']);
    expect(idsOf(tasks, { offset: 5, limit: 2 })).toEqual([]);
  });
});

describe('filters', () => {
  const mine = task('mine', { assignee: 'eve', candidateGroups: ['sales'] });
  const named = task('named', { candidateUsers: ['eve', 'bob'] });
  const grouped = task('grouped', { candidateGroups: ['sales', 'finance'] });
  const anybody = task('anybody');
  const tasks = [mine, named, grouped, anybody];

  test.each<[string, TaskCriteria, string[]]>([
    ['what a person may work on', { user: 'eve' }, ['mine', 'named', 'anybody']],
    ['with the groups of the person', { user: 'bob', groups: ['finance'] }, ['named', 'grouped', 'anybody']],
    ['nothing for a stranger but what is for anybody', { user: 'mallory', groups: ['it'] }, ['anybody']],
    ['by assignee', { assignee: 'eve' }, ['mine']],
    ['by candidate group', { group: 'sales' }, ['mine', 'grouped']],
    ['those that nobody holds', { claimed: false }, ['named', 'grouped', 'anybody']],
    ['by element', { element: 'Other' }, []],
  ])('%s', (_, criteria, expected) => {
    expect(idsOf(tasks, criteria).sort()).toEqual([...expected].sort());
  });

  test('by dates: what is due before, and what need not wait for its follow-up date', () => {
    const due = task('due', { dueAt: '2026-02-01T00:00:00.000Z' });
    const later = task('later', { followUpAt: '2026-02-01T00:00:00.000Z' });
    expect(idsOf([due, later], { dueBefore: new Date('2026-02-02') })).toEqual(['due']);
    expect(idsOf([due, later], { dueBefore: new Date('2026-01-02') })).toEqual([]);
    expect(idsOf([due, later], { followUpBefore: new Date('2026-01-02') })).toEqual(['due']);
    expect(idsOf([due, later], { followUpBefore: new Date('2026-02-01') })).toEqual(['due', 'later']);
  });
});
