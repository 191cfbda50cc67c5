import { DEFAULT_PRIORITY, type HumanTask } from '../shared/human-tasks';

/** Which tasks a list is to have, and in which order. */
export interface TaskCriteria {
  readonly assignee?: string;
  /** Tasks that this person holds, or may claim: by name, by one of `groups`, or because nobody is named. */
  readonly user?: string;
  /** The groups that `user` is in. */
  readonly groups?: readonly string[];
  /** Tasks with this candidate group. */
  readonly group?: string;
  readonly element?: string;
  /** Tasks that nobody holds (false) or that somebody holds (true). */
  readonly claimed?: boolean;
  /** Tasks that are due before this. */
  readonly dueBefore?: Date;
  /** Tasks that need not be looked at yet are left out: those whose follow-up date is later than this. */
  readonly followUpBefore?: Date;
  /**
   * `urgency` (default): the highest priority first, then the earliest due date, then the oldest; `due`, `created`: the
   * earliest first.
   */
  readonly sort?: TaskOrder;
  /** How many to skip, of the sorted list. */
  readonly offset?: number;
  /** How many to give at most. */
  readonly limit?: number;
}

export type TaskOrder = 'urgency' | 'due' | 'created';

/** The tasks that are wanted, of all that were found. */
export function selected<T extends HumanTask>(tasks: readonly T[], criteria: TaskCriteria): T[] {
  const { sort = 'urgency', offset = 0, limit } = criteria;
  const wanted = tasks.filter((task) => matches(task, criteria)).sort(ORDERS[sort]);
  return wanted.slice(offset, limit === undefined ? undefined : offset + limit);
}

function matches(task: HumanTask, criteria: TaskCriteria): boolean {
  const { assignee, user, groups = [], group, element, claimed, dueBefore, followUpBefore } = criteria;
  return (
    (assignee === undefined || task.assignee === assignee) &&
    (user === undefined || mayDo(task, user, groups)) &&
    (group === undefined || task.candidateGroups.includes(group)) &&
    (element === undefined || task.element === element) &&
    (claimed === undefined || (task.assignee !== undefined) === claimed) &&
    (dueBefore === undefined || (task.dueAt !== undefined && new Date(task.dueAt) < dueBefore)) &&
    (followUpBefore === undefined ||
      task.followUpAt === undefined ||
      new Date(task.followUpAt) <= followUpBefore)
  );
}

function mayDo(task: HumanTask, user: string, groups: readonly string[]): boolean {
  const { assignee, candidateUsers, candidateGroups, excludedUsers = [] } = task;
  if (excludedUsers.includes(user)) return false;
  if (assignee !== undefined) return assignee === user;
  if (candidateUsers.length + candidateGroups.length === 0) return true;
  return candidateUsers.includes(user) || candidateGroups.some((group) => groups.includes(group));
}

type Compare = (a: HumanTask, b: HumanTask) => number;

const byAge: Compare = (a, b) => text(a.createdAt, b.createdAt) || text(a.id, b.id);
/** Tasks without a due date come last. */
const byDueDate: Compare = (a, b) => text(a.dueAt ?? '~', b.dueAt ?? '~') || byAge(a, b);

const ORDERS: Readonly<Record<TaskOrder, Compare>> = {
  urgency: (a, b) => (b.priority ?? DEFAULT_PRIORITY) - (a.priority ?? DEFAULT_PRIORITY) || byDueDate(a, b),
  due: byDueDate,
  created: byAge,
};

function text(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
