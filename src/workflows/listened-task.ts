import { workflowInfo } from '@temporalio/workflow';
import { DEFAULT_PRIORITY, type HumanTask } from '../shared/human-tasks';
import type { OpenVariables } from '../shared/process-contract';
import type { SCRIPT_TASK_METHODS, SCRIPT_TASK_PROPERTIES } from '../shared/script-execution';
import { scriptExecution, type ScriptExecution } from './script-execution';
import { notAllowed, type MutableTask } from './task-rules';
import { momentOf } from './timers';
import type { TimerSpec } from './triggers';

/** What a task's result says besides variables: `{ task: { assignee: 'eve' } }`. */
type Rest<Result> = Result extends OpenVariables
  ? OpenVariables
  : Result extends object
    ? Omit<Result, 'task'>
    : Result;

type Moment = TimerSpec | null | undefined;
type Person = string | null | undefined;

/** One list says what the compiler lets scripts use; here is what it does. */
type Scripted = Record<(typeof SCRIPT_TASK_METHODS | typeof SCRIPT_TASK_PROPERTIES)[number], unknown>;

/** What a listener works with, and on. */
export interface Listening {
  readonly event: string;
  readonly task: MutableTask;
  readonly vars: Record<string, unknown>;
  /** Told of every change. */
  readonly changed: () => void;
  readonly deny: (reason: string | undefined) => void;
}

/** What can be denied: not that there is a task, nor that it is called off. */
const DENIABLE: ReadonlySet<string> = new Set(['assignment', 'update', 'complete']);

/**
 * A human task as its listeners see it: the part of Camunda 7's `DelegateTask` that scripts use, as methods and, as
 * JavaScript may have it there, as properties. What does not exist is null, as it is there. Changes take effect at once.
 */
export class ListenedTask implements Scripted {
  readonly #task: MutableTask;
  readonly #vars: Record<string, unknown>;

  constructor(private readonly listening: Listening) {
    this.#task = listening.task;
    this.#vars = listening.vars;
  }

  /** The task as it is now. */
  get state(): HumanTask {
    return { ...this.#task };
  }

  /** What an activity is given: the task as it is now beside the other values. */
  with<Values extends object>(values: Values): Values & { readonly task: HumanTask } {
    return { ...values, task: this.state };
  }

  /**
   * Takes back what has been done to the task: its completion, or what somebody has changed. The next listeners hear
   * nothing of it; people find the reason among the task's comments.
   *
   * @throws ApplicationFailure `TaskNotAllowed`, not retried, where nothing can be taken back (`create`, `delete`, `timeout`).
   * @example
   * on: { complete: (task, { receipt }) => receipt || task.deny('There is no receipt.') }
   */
  deny(reason?: string): void {
    const { event, deny } = this.listening;
    if (!DENIABLE.has(event)) throw notAllowed(this.#task, `nothing can be denied at '${event}'`);
    deny(reason);
  }

  /**
   * Makes the changes that an activity's result asks for, `{ task: { assignee, owner, priority, dueDate, followUpDate,
   * candidateUsers, candidateGroups } }`, or denies what has been done, `{ task: { denied: true, deniedReason } }`; returns
   * what else is in the result.
   */
  apply<Result>(result: Result): Rest<Result> {
    if (typeof result !== 'object' || result === null) return result as Rest<Result>;
    const { task, ...rest } = result as Record<string, unknown>;
    const changes = (task ?? {}) as Record<string, never>;
    const { denied, deniedReason } = changes;
    if (denied === true) {
      this.deny(typeof deniedReason === 'string' ? deniedReason : undefined);
      return rest as Rest<Result>;
    }
    for (const name of ['assignee', 'owner', 'priority', 'dueDate', 'followUpDate'] as const)
      if (changes[name] !== undefined) this[name] = changes[name];
    for (const name of ['candidateUsers', 'candidateGroups'] as const)
      if (Array.isArray(changes[name])) this.#set(name, changes[name]);
    return rest as Rest<Result>;
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- scripts of a diagram do not say what they expect
  getVariable(name: string): any {
    return this.#vars[name] ?? null;
  }
  setVariable(name: string, value: unknown): void {
    this.#vars[name] = value;
  }
  hasVariable(name: string): boolean {
    return name in this.#vars;
  }
  removeVariable(name: string): void {
    Reflect.deleteProperty(this.#vars, name);
  }
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  getVariables(): Record<string, any> {
    return { ...this.#vars };
  }
  setVariables(values: Readonly<Record<string, unknown>>): void {
    Object.assign(this.#vars, values);
  }

  getId(): string {
    return this.#task.id;
  }
  getTaskDefinitionKey(): string {
    return this.#task.element;
  }
  getName(): string {
    return this.#task.name;
  }
  getDescription(): string | null {
    return this.#task.description ?? null;
  }
  getEventName(): string {
    return this.listening.event;
  }
  getCreateTime(): Date {
    return new Date(this.#task.createdAt);
  }
  getProcessInstanceId(): string {
    return workflowInfo().workflowId;
  }
  getExecution(): ScriptExecution {
    return scriptExecution(this.#task.element, this.#vars);
  }

  getAssignee(): string | null {
    return this.#task.assignee ?? null;
  }
  setAssignee(user: Person): void {
    this.#task.state = user == null ? 'open' : 'claimed';
    this.#set('assignee', user);
  }
  getOwner(): string | null {
    return this.#task.owner ?? null;
  }
  setOwner(user: Person): void {
    this.#set('owner', user);
  }
  getPriority(): number {
    return this.#task.priority ?? DEFAULT_PRIORITY;
  }
  setPriority(priority: number): void {
    this.#set('priority', Number(priority));
  }
  getDueDate(): Date | null {
    return dateIn(this.#task.dueAt);
  }
  setDueDate(date: Moment): void {
    this.#set('dueAt', this.#moment(date));
  }
  getFollowUpDate(): Date | null {
    return dateIn(this.#task.followUpAt);
  }
  setFollowUpDate(date: Moment): void {
    this.#set('followUpAt', this.#moment(date));
  }

  addCandidateUser(user: string): void {
    this.#set('candidateUsers', [...this.#task.candidateUsers, user]);
  }
  addCandidateUsers(users: readonly string[]): void {
    this.#set('candidateUsers', [...this.#task.candidateUsers, ...users]);
  }
  deleteCandidateUser(user: string): void {
    this.#set('candidateUsers', without(this.#task.candidateUsers, user));
  }
  addCandidateGroup(group: string): void {
    this.#set('candidateGroups', [...this.#task.candidateGroups, group]);
  }
  addCandidateGroups(groups: readonly string[]): void {
    this.#set('candidateGroups', [...this.#task.candidateGroups, ...groups]);
  }
  deleteCandidateGroup(group: string): void {
    this.#set('candidateGroups', without(this.#task.candidateGroups, group));
  }

  get id(): string {
    return this.getId();
  }
  get name(): string {
    return this.getName();
  }
  get description(): string | null {
    return this.getDescription();
  }
  get eventName(): string {
    return this.getEventName();
  }
  get execution(): ScriptExecution {
    return this.getExecution();
  }
  get assignee(): string | null {
    return this.getAssignee();
  }
  set assignee(user: Person) {
    this.setAssignee(user);
  }
  get owner(): string | null {
    return this.getOwner();
  }
  set owner(user: Person) {
    this.setOwner(user);
  }
  get priority(): number {
    return this.getPriority();
  }
  set priority(priority: number) {
    this.setPriority(priority);
  }
  get dueDate(): Date | null {
    return this.getDueDate();
  }
  set dueDate(date: Moment) {
    this.setDueDate(date);
  }
  get followUpDate(): Date | null {
    return this.getFollowUpDate();
  }
  set followUpDate(date: Moment) {
    this.setFollowUpDate(date);
  }

  #set<Name extends keyof MutableTask>(name: Name, value: MutableTask[Name] | null): void {
    if (value == null) Reflect.deleteProperty(this.#task, name);
    else this.#task[name] = value;
    this.listening.changed();
  }

  #moment(date: Moment): string | undefined {
    return date == null ? undefined : momentOf(date, this.#task.element).toISOString();
  }
}

function dateIn(text: string | undefined): Date | null {
  return text === undefined ? null : new Date(text);
}

function without(names: readonly string[], name: string): readonly string[] {
  return names.filter((one) => one !== name);
}
