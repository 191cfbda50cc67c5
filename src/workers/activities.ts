import type { ActivityContract } from '../shared/activity-contract';
import { WorkerError } from './errors';

type Activity = (...args: never[]) => unknown;

/**
 * Where activities come from: a module (`import * as activities`), a record, a single function, or an array of these.
 * Whatever else a module exports is left alone.
 */
export type ActivitySource = object | readonly ActivitySource[];

interface Found {
  readonly name: string;
  readonly activity: Activity;
  /** As in code, for messages: `activities[1].chargeCard`. */
  readonly where: string;
}

/**
 * The activities of a worker by name: a function made by `defineActivity` under the name in its contract, a plain
 * function under the name it is exported as (as Temporal does).
 *
 * @throws WorkerError `duplicate-activity` when two functions have one name; it lists all such names
 */
export function collectActivities(source: ActivitySource | undefined): Record<string, Activity> {
  const byName = new Map<string, Found[]>();
  for (const found of findActivities(source, 'activities')) {
    const namesakes = byName.get(found.name) ?? [];
    // One function that is exported twice is still one activity.
    if (!namesakes.some(({ activity }) => activity === found.activity)) {
      byName.set(found.name, [...namesakes, found]);
    }
  }
  const clashes = [...byName.values()].filter((namesakes) => namesakes.length > 1);
  if (clashes.length > 0) throw duplicates(clashes);
  return Object.fromEntries(
    [...byName].flatMap(([name, [found]]) => (found ? [[name, found.activity]] : [])),
  );
}

/**
 * Names of the contracts that no activity implements, in order. A contract with a task queue of its own is left out:
 * another worker, perhaps in another language, implements it.
 *
 * @param contracts a module, record or array of contracts; whatever else is in it is left alone
 * @example
 * import * as contracts from '../activities/contracts';
 * const missing = missingActivities(contracts, activities);
 */
export function missingActivities(contracts: object, activities: ActivitySource): string[] {
  const implemented = new Set(Object.keys(collectActivities(activities)));
  return Object.values(contracts)
    .filter(isContract)
    .filter(({ name, options }) => options.taskQueue === undefined && !implemented.has(name))
    .map(({ name }) => name);
}

function* findActivities(source: ActivitySource | undefined, where: string): Generator<Found> {
  if (source === undefined) return;
  if (Array.isArray(source)) {
    for (const [i, item] of (source as readonly ActivitySource[]).entries()) {
      yield* findActivities(item, `${where}[${i}]`);
    }
  } else if (isActivity(source)) {
    yield { name: nameOf(source, source.name, where), activity: source, where };
  } else {
    for (const [key, value] of Object.entries(source) as [string, unknown][]) {
      const inner = `${where}.${key}`;
      if (isActivity(value)) yield { name: nameOf(value, key, inner), activity: value, where: inner };
    }
  }
}

function nameOf(activity: Activity, otherwise: string, where: string): string {
  const contract: unknown = Reflect.get(activity, 'contract');
  const name = isContract(contract) ? contract.name : otherwise;
  if (name) return name;
  throw new WorkerError(
    `${where} is a function without a name. Give it one, or put it into a record: { chargeCard: (input) => … }.`,
    { code: 'bad-option' },
  );
}

function duplicates(clashes: readonly Found[][]): WorkerError {
  const lines = clashes.map(
    (namesakes) => `  ${namesakes[0]?.name ?? ''}: ${namesakes.map(({ where }) => where).join(' and ')}`,
  );
  return new WorkerError(
    `Two activities with one name on one worker:\n${lines.join('\n')}\n` +
      'Rename one of them, or run them on different task queues.',
    { code: 'duplicate-activity' },
  );
}

function isActivity(value: unknown): value is Activity {
  return typeof value === 'function';
}

function isContract(value: unknown): value is ActivityContract {
  return typeof value === 'object' && value !== null && 'name' in value && 'options' in value;
}
