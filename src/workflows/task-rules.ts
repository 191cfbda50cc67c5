import { addIsoDuration, parseIsoDate, parseIsoDuration } from '../shared/durations';
import { FailureType } from '../shared/errors';
import type { HumanTask, TaskChanges } from '../shared/human-tasks';
import { invalidInput } from '../shared/misfit';
import { check, type Problem, type Schema } from '../shared/schema';
import { failure } from './failures';

/** A task as the board changes it. */
export type MutableTask = { -readonly [K in keyof HumanTask]: HumanTask[K] };

/** Comments on one task, and their length: all of them are in every answer of the run about its tasks. */
const MAX_COMMENTS = 100;
const MAX_COMMENT_LENGTH = 4000;

/** A task as messages name it. */
export function taskLabel({ name, id }: HumanTask): string {
  return `Task '${name}' (${id})`;
}

export function notAllowed(task: HumanTask, why: string) {
  return failure(FailureType.TaskNotAllowed, `${taskLabel(task)}: not allowed, ${why}.`, { task: task.id });
}

/** Updates may come from anywhere, with anything in them. */
export function requireName(value: unknown, field: string, task: HumanTask): void {
  if (typeof value === 'string' && value.trim() !== '') return;
  throw misfit(task, [{ path: field, message: 'must name a person' }]);
}

/** Candidates are those who are named, or in a group that is; groups are checked when the caller says which they are. */
export function requireCandidate(user: string, groups: readonly string[] | undefined, task: HumanTask): void {
  const { candidateUsers, candidateGroups } = task;
  if (candidateUsers.length + candidateGroups.length === 0 || candidateUsers.includes(user)) return;
  if (candidateGroups.length > 0 && groups === undefined) return;
  if (candidateGroups.some((group) => groups?.includes(group))) return;
  const candidates = [...candidateUsers, ...candidateGroups.map((group) => `group ${group}`)].join(', ');
  throw notAllowed(task, `${user} is not among its candidates (${candidates})`);
}

/** Whoever is excluded (four eyes) neither gets the task nor does it. */
export function requireNotExcluded(user: string, task: HumanTask): void {
  if (task.excludedUsers?.includes(user)) throw notAllowed(task, `${user} is excluded from it`);
}

/** Where people are excluded, it must be known who completes it. */
export function requireCompleter(user: string | undefined, task: HumanTask): void {
  if (task.excludedUsers === undefined) return;
  const who = user ?? task.assignee;
  if (who === undefined)
    throw notAllowed(task, 'some people are excluded from it, and nobody says who completes it');
  requireNotExcluded(who, task);
}

/** Somebody else's task is left alone, as far as the caller says who acts; where that is not enough, it must be said. */
export function requireHolder(user: string | undefined, task: HumanTask, onlyAssignee: boolean): void {
  if (user !== undefined) requireName(user, 'user', task);
  const { assignee } = task;
  if (onlyAssignee && assignee === undefined) throw notAllowed(task, 'nobody has claimed it');
  if (onlyAssignee && user === undefined) throw notAllowed(task, `only ${assignee} may do that`);
  if (user !== undefined && assignee !== undefined && user !== assignee)
    throw notAllowed(task, `it belongs to ${assignee}`);
}

export function requireComment(text: unknown, task: HumanTask): void {
  const message =
    typeof text !== 'string' || text.trim() === ''
      ? 'must have some text'
      : text.length > MAX_COMMENT_LENGTH
        ? `must not be longer than ${MAX_COMMENT_LENGTH} characters`
        : undefined;
  if (message !== undefined) throw misfit(task, [{ path: 'text', message }]);
  if ((task.comments?.length ?? 0) >= MAX_COMMENTS)
    throw failure(FailureType.LimitExceeded, `${taskLabel(task)} has ${MAX_COMMENTS} comments already.`);
}

/** What completes a task. Forms send null for fields that were left empty: where the schema takes none, they are left out. */
export function readResult(schema: Schema | undefined, result: unknown, task: HumanTask): unknown {
  const first = check(schema, result);
  if (first.ok) return first.value;
  const filled = withoutNulls(result, new Set(first.problems.map(({ path }) => path)));
  const second = check(schema, filled);
  if (second.ok) return second.value;
  throw misfit(task, second.problems);
}

/** Without the fields at these paths (`rows[0].amount`) that are null. */
function withoutNulls(value: unknown, paths: ReadonlySet<string>, at = ''): unknown {
  if (Array.isArray(value)) return value.map((item, i) => withoutNulls(item, paths, `${at}[${i}]`));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Record<string, unknown>).flatMap(([name, field]) => {
    const path = at === '' ? name : `${at}.${name}`;
    return field === null && paths.has(path) ? [] : [[name, withoutNulls(field, paths, path)] as const];
  });
  return Object.fromEntries(entries);
}

/** The changes as they are to be made. All that is wrong with them is said at once. */
export function readChanges(changes: TaskChanges, task: HumanTask): TaskChanges {
  const problems: Problem[] = [];
  const read: { -readonly [K in keyof TaskChanges]: TaskChanges[K] } = {};
  for (const name of ['dueAt', 'followUpAt'] as const) {
    const given: unknown = changes[name];
    if (given === undefined) continue;
    const moment = given === null ? null : momentIn(given);
    if (moment === undefined) problems.push({ path: name, message: 'must be an ISO 8601 date or duration' });
    else read[name] = moment;
  }
  const { priority } = changes;
  if (priority !== undefined) {
    if (priority === null || Number.isFinite(priority)) read.priority = priority;
    else problems.push({ path: 'priority', message: 'must be a number' });
  }
  for (const name of ['candidateUsers', 'candidateGroups'] as const) {
    const given: unknown = changes[name];
    if (given === undefined) continue;
    if (isNames(given)) read[name] = given;
    else problems.push({ path: name, message: 'must be a list of names' });
  }
  if (problems.length > 0) throw misfit(task, problems);
  return read;
}

export function applyChanges(task: MutableTask, changes: TaskChanges): void {
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) Reflect.deleteProperty(task, name);
    else Reflect.set(task, name, value);
  }
}

/** A date, or a time from now. */
function momentIn(given: unknown): string | undefined {
  if (typeof given !== 'string') return undefined;
  const duration = parseIsoDuration(given);
  return (duration ? addIsoDuration(new Date(), duration) : parseIsoDate(given))?.toISOString();
}

function isNames(given: unknown): given is readonly string[] {
  return Array.isArray(given) && given.every((name) => typeof name === 'string' && name !== '');
}

function misfit(task: HumanTask, problems: readonly Problem[]) {
  return invalidInput(taskLabel(task), problems);
}
