import type { Collected } from '../2-model/collected';
import type { AdHoc, Node, SubProcess } from '../2-model/types';
import type { StructuredScope } from '../3-structure/tree';
import { array, arrow, awaits, call, concat, lambda, object, quote, type Doc } from './doc';
import type { Emission } from './emission';
import { condition, memberOf, value, type Site } from './expressions';
import { mappedEntries } from './mappings';
import { activityReference, triesDoc } from './work-parts';
import { statementLines } from './lines';
import { functionLines } from './local-function';
import { resultName } from './multi-instance';
import { inOwn } from './own-variables';
import { scopeLines } from './paths';
import { KEEP_ALL } from './sub-process';
import type { Write } from './place';
import { statementsIn } from './statements-in';
import { valueDoc } from './values';

type Activities = NonNullable<StructuredScope['activities']>;
type Activity = Activities[number];

/**
 * `adHoc(…)`: each activity with what follows it as a function, which has the functions that it needs in itself.
 *
 * @param events - its event sub-processes, if it has any
 */
export function adHocCall(
  node: SubProcess & { readonly adHoc: AdHoc },
  activities: Activities,
  events: readonly Doc[],
  emission: Emission,
  write: Write,
): Doc {
  const functions = activities.map((activity): [string, Doc] => [
    activity.start.id,
    node.adHoc.output
      ? collected(activity, node.adHoc.output, node, emission, write)
      : uncollected(activity, node.adHoc, emission, write),
  ]);
  const [watched] = events;
  const options = [
    ...optionsOf(node.adHoc, node, emission),
    ...workerOptions(node, emission),
    ...(watched === undefined ? [] : [['events', watched] as const]),
  ];
  const args = [quote(node.id), object(functions), ...(options.length > 0 ? [object(options)] : [])];
  return call(emission.uses.use('adHoc'), ...args);
}

/**
 * Where a worker decides, each activation may bring variables of its own, and as Camunda 8 has it, what is done there
 * writes no others.
 */
function uncollected(activity: Activity, { worker }: AdHoc, emission: Emission, write: Write): Doc {
  if (!worker) return arrow('async ()', (indent) => activityLines(activity, emission, indent, write));
  const { uses } = emission;
  const body = inOwn(
    new Set(),
    (inner, deeper) => scopeLines(activity.inside, inner, deeper, write),
    emission,
  );
  return lambda('(own)', call(uses.use('withOwn'), uses.use('vars'), 'own', body, KEEP_ALL));
}

/** Who decides what is done next, and what becomes of the variables that come with the decision. */
function workerOptions(
  node: SubProcess & { readonly adHoc: AdHoc },
  emission: Emission,
): (readonly [string, Doc])[] {
  const { worker } = node.adHoc;
  if (!worker) return [];
  const { uses } = emission;
  const { implementation, retries, fields = [] } = worker;
  const id = workerStep(node.id);
  const site: Site = { element: id, root: 'vars' };
  const vars = uses.use('vars');
  const input =
    fields.length === 0 ? vars : object([['...', vars], ...mappedEntries(fields, site, emission)]);
  const options =
    retries === undefined
      ? []
      : [object([['retry', object([['maximumAttempts', triesDoc(retries, site, emission)]])]])];
  const reference = activityReference(implementation, site, emission);
  const decide = call(uses.use('task'), quote(id), reference, input, ...options);
  return [
    ['decide', lambda(awaits(decide) ? 'async ()' : '()', decide)],
    ['assign', uses.use('assign')],
  ];
}

/** The id of the step that decides: no element has it. */
export function workerStep(id: string): string {
  return `${id}:worker`;
}

function activityLines({ inside }: Activity, emission: Emission, indent: number, write: Write): string[] {
  const inner: Emission = { ...emission, functions: [] };
  return [...scopeLines(inside, inner, indent, write), ...functionLines(inner, indent)];
}

/**
 * What it gives is added to the list when it is done. The variable that it is taken from is its own each time, as Zeebe has
 * it: what runs side by side must not share it.
 */
function collected(
  activity: Activity,
  { collection, element }: Collected,
  { id, adHoc }: SubProcess & { readonly adHoc: AdHoc },
  emission: Emission,
  write: Write,
): Doc {
  const { uses, names } = emission;
  const name = resultName(element);
  const own = new Set(name === undefined ? [] : [name]);
  const entries = [...own].map((one): [string, Doc] => [one, 'undefined']);
  // What an activation brings has names that only the worker knows.
  const seen = adHoc.worker ? undefined : own;
  const list = memberOf(uses.use('vars'))(collection);
  const add = (root: string, indent: number) => {
    const result = valueDoc(element, { element: id, root, own: seen }, emission);
    return statementLines(array([`...${list}`, result]), indent, `${list} = `);
  };
  return arrow(adHoc.worker ? 'async (own)' : 'async ()', (indent) => {
    if (own.size === 0 && !adHoc.worker && !endsEarly(activity))
      return [...activityLines(activity, emission, indent, write), '', ...add('vars', indent)];
    const body = inOwn(own, (inner, deeper) => scopeLines(activity.inside, inner, deeper, write), emission);
    const done = adHoc.worker
      ? call(uses.use('withOwn'), uses.use('vars'), 'own', body, KEEP_ALL)
      : call(uses.use('withOwn'), uses.use('vars'), object(entries), body);
    const constant = names.local(activity.start, 'Variables');
    return [
      ...statementLines(concat('await ', done), indent, `const ${constant} = `),
      ...add(constant, indent),
    ];
  });
}

/** Whether its function may return before its last line. */
function endsEarly({ inside }: Activity): boolean {
  return (
    inside.paths.length > 0 || statementsIn(inside.body).some((one) => one.kind === 'leave' && !one.last)
  );
}

function optionsOf(
  { start, sequential, completionCondition, cancelRemaining }: AdHoc,
  { id }: Node,
  emission: Emission,
): (readonly [string, Doc])[] {
  const site = { element: id, root: 'vars' };
  const until = completionCondition && condition(completionCondition, site, id, emission).doc;
  return [
    ...(start === 'all' ? [] : [['start', start === 'none' ? '[]' : value(start, site, emission)] as const]),
    ...(sequential ? [['sequential', 'true'] as const] : []),
    ...(until ? [['until', lambda(awaits(until) ? 'async ()' : '()', until)] as const] : []),
    ...(until && !cancelRemaining ? [['cancelRemaining', 'false'] as const] : []),
  ];
}
