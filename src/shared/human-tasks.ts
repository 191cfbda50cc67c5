/** Human tasks as they travel between a run and its clients. All plain JSON; times are ISO 8601 in UTC. */

export type HumanTaskState = 'open' | 'claimed' | 'completed' | 'cancelled';

/** A human task as its run keeps it. */
export interface HumanTask {
  /** Unique in its run: `<element>#<occurrence>`. */
  readonly id: string;
  readonly element: string;
  readonly name: string;
  readonly description?: string;
  readonly state: HumanTaskState;
  readonly assignee?: string;
  /** Who answers for a task that was delegated. */
  readonly owner?: string;
  /** Of a task that was delegated: the assignee has not handed it back yet, or has. */
  readonly delegation?: 'pending' | 'resolved';
  readonly candidateUsers: readonly string[];
  readonly candidateGroups: readonly string[];
  /** Who must not do it, whoever the candidates are. */
  readonly excludedUsers?: readonly string[];
  readonly priority?: number;
  readonly createdAt: string;
  readonly dueAt?: string;
  readonly followUpAt?: string;
  readonly closedAt?: string;
  /** Who completed it, if the caller said so; of a task that nobody had claimed this is the assignee then as well. */
  readonly completedBy?: string;
  /** Form key or id, as the diagram or the code names it. */
  readonly form?: string;
  /** What the person needs to see. */
  readonly input?: unknown;
  readonly comments?: readonly TaskComment[];
}

export interface TaskComment {
  readonly text: string;
  readonly user?: string;
  readonly at: string;
}

/** What a person has to fill in to complete a task. */
export interface TaskForm {
  /** Form key or id, as the diagram or the code names it. */
  readonly form?: string;
  /** JSON schema of the result; none where anything will do. */
  readonly schema?: Readonly<Record<string, unknown>>;
}

/** Argument of every update on a task. `user` is who acts, as the caller says: see `onlyAssignee` of the contract. */
interface TaskCommand {
  /** Id of the task. */
  readonly task: string;
  readonly user?: string;
}

export interface ClaimTask extends TaskCommand {
  readonly user: string;
  /** The groups that this person is in; with them the candidate groups are checked as well. */
  readonly groups?: readonly string[];
}

export type UnclaimTask = TaskCommand;

export interface AssignTask {
  readonly task: string;
  /** Without a user the task goes back to its candidates. */
  readonly user?: string;
}

export interface DelegateTask extends TaskCommand {
  /** Who is to do the work; the assignee (or else `user`) stays the task's owner. */
  readonly to: string;
}

export type ResolveTask = TaskCommand;

export interface CompleteTask extends TaskCommand {
  readonly result?: unknown;
}

export interface CommentTask extends TaskCommand {
  readonly text: string;
}

/** What a change says of a task; null takes a value away. */
export interface TaskChanges {
  readonly dueAt?: string | null;
  readonly followUpAt?: string | null;
  readonly priority?: number | null;
  readonly candidateUsers?: readonly string[];
  readonly candidateGroups?: readonly string[];
}

export interface ChangeTask extends TaskCommand, TaskChanges {}

/** The priority of a task of which nothing is said: what Camunda has. */
export const DEFAULT_PRIORITY = 50;

/** Whether somebody can still work on it. */
export function isOpenTask({ state }: Pick<HumanTask, 'state'>): boolean {
  return state === 'open' || state === 'claimed';
}

/** Who has a task for whom while it is delegated: `delegated by alice to bob`; undefined if it is not. */
export function delegationOf({
  state,
  delegation,
  owner,
  assignee,
}: Pick<HumanTask, 'state' | 'delegation' | 'owner' | 'assignee'>): string | undefined {
  const isDelegated = state === 'claimed' && delegation === 'pending' && owner !== undefined;
  return isDelegated ? `delegated by ${owner} to ${assignee ?? 'nobody'}` : undefined;
}
