import type { UserTask } from '../2-model/types';
import type { TaskListener, TaskListenerEvent } from '../2-model/task-listeners';
import type { Expression, ForeignScript } from '../2-model/value-types';
import { label } from '../diagnostics/label';
import { beanCall } from './bean-call';
import { noteBeans } from './beans';
import { array, arrow, call, concat, lambda, object, quote, type Doc } from './doc';
import type { Emission } from './emission';
import { memberOf, rootOf, translated, value, type Site } from './expressions';
import { toText, variablesIn } from './expressions/code';
import { Uses } from './helpers';
import { statementLines } from './lines';
import { mappedEntries } from './mappings';
import { activityName } from '../../shared/activity-name';
import { scriptCall, scriptFunction, scriptKind } from './scripts';
import { activityReference, triesDoc } from './work-parts';

/** In the order in which they come up. */
const EVENTS: readonly TaskListenerEvent[] = [
  'create',
  'update',
  'assignment',
  'timeout',
  'complete',
  'delete',
];

/** A listener and the id of its step: `Task_Check:create`, `Task_Check:create2`. */
export interface ListenerStep {
  readonly id: string;
  readonly listener: TaskListener;
}

export function listenerSteps({ id, listeners = [] }: UserTask): readonly ListenerStep[] {
  const counts = new Map<string, number>();
  return listeners.map((listener) => {
    const count = (counts.get(listener.named) ?? 0) + 1;
    counts.set(listener.named, count);
    return { id: `${id}:${listener.named}${count === 1 ? '' : count}`, listener };
  });
}

/** The option `on` of a user task with listeners, and `vars` where those that they see are not the process's. */
export function listenerOptions(node: UserTask, site: Site, emission: Emission): readonly [string, Doc][] {
  const steps = listenerSteps(node);
  if (steps.length === 0) return [];
  const entries = EVENTS.flatMap((event): [string, Doc][] => {
    const docs = steps
      .filter(({ listener }) => listener.event === event)
      .map((step) => listenerDoc(step, node, site, emission));
    const [only] = docs;
    if (only === undefined) return [];
    return [[event, docs.length === 1 && event !== 'timeout' ? only : array(docs)]];
  });
  const others = site.root !== 'vars' || emission.variables.shadowed;
  return [...(others ? [['vars', rootOf(site, emission)] as [string, Doc]] : []), ['on', object(entries)]];
}

function listenerDoc(step: ListenerStep, node: UserTask, site: Site, emission: Emission): Doc {
  const { at } = step.listener;
  if (step.listener.event !== 'complete') {
    const run = functionDoc(step, node, { site, given: '' }, emission);
    return at
      ? object([
          ['at', value(at, site, emission)],
          ['run', run],
        ])
      : run;
  }
  // What the completion brings is among the variables that the function is given.
  const uses = new Uses(emission.uses, 'inner');
  const inner: Place = { site: { element: site.element, root: 'vars' }, given: ', vars' };
  return functionDoc(step, node, inner, { ...emission, uses });
}

interface Place {
  readonly site: Site;
  /** Parameters after the task. */
  readonly given: '' | ', vars';
}

function functionDoc({ id, listener }: ListenerStep, node: UserTask, place: Place, emission: Emission): Doc {
  const { action } = listener;
  if ('implementation' in action) return activityDoc(id, listener, node, place, emission);
  if ('script' in action) return scriptDoc(id, action.script, node, place, emission);
  return expressionDoc(id, action.expression, place, emission);
}

/** The activity sees the task, may change it, and gives variables: where a completion is among them, those are changed. */
function activityDoc(
  id: string,
  listener: TaskListener,
  node: UserTask,
  { site, given }: Place,
  emission: Emission,
): Doc {
  const { action, givesVariables, position, retries } = listener;
  if (!('implementation' in action)) return '() => undefined';
  const { uses, calls } = emission;
  const { implementation, fields = [] } = action;
  if (typeof implementation === 'string') {
    const name = activityName(implementation);
    calls.set(id, { activity: { name, implementation, element: node.id }, position });
  }
  const root = rootOf(site, emission);
  const values =
    fields.length === 0 ? root : object([['...', root], ...mappedEntries(fields, site, emission)]);
  const input = call('humanTask.with', values);
  const at: Site = { ...site, element: id, within: true };
  const options =
    retries === undefined
      ? []
      : [object([['retry', object([['maximumAttempts', triesDoc(retries, at, emission)]])]])];
  const reference = activityReference(implementation, at, emission);
  const done = call(uses.use('task'), quote(id), reference, input, ...options);
  const applied = call('humanTask.apply', 'result');
  const last = givesVariables ? merged(applied, given, emission) : applied;
  return arrow(`async (humanTask${given})`, (indent) => [
    ...statementLines(concat('await ', done), indent, 'const result = '),
    ...statementLines(last, indent),
  ]);
}

function merged(result: Doc, given: Place['given'], { uses }: Emission): Doc {
  return given === '' ? call(uses.use('assign'), result) : call('Object.assign', 'vars', result);
}

function scriptDoc(
  id: string,
  script: Expression | ForeignScript,
  node: UserTask,
  { site, given }: Place,
  emission: Emission,
): Doc {
  const kind = scriptKind(script, { task: true });
  if (kind.kind === 'inline' && kind.script.language === 'javascript') {
    const own = given !== '' || site.root !== 'vars' || emission.variables.shadowed;
    return scriptFunction(
      kind.script,
      { hasResult: false, own, task: true },
      { ...site, element: id },
      emission,
    );
  }
  if (kind.kind === 'inline') return expressionDoc(id, kind.script, { site, given }, emission);
  if (kind.reason !== undefined && /\btask\s*\./.test(script.text)) {
    const parameters = {
      listener: `task listener (${id})`,
      element: label(node.kind, node.name, node.id),
      reason: `its script works on the task, but cannot run in the workflow: ${kind.reason}`,
    };
    emission.reporter.report(
      'listener-not-supported',
      { element: node.id, position: script.position },
      parameters,
    );
  }
  const done = concat(
    'await ',
    scriptCall(id, script, { ...site, element: node.id }, emission, { task: true }),
  );
  const head = given === '' ? 'async ()' : `async (_task${given})`;
  return arrow(head, (indent) => statementLines(merged(done, given, emission), indent));
}

/** Expressions have the task as `humanTask`, beside which they can call steps by `task`. */
function expressionDoc(id: string, expression: Expression, { site, given }: Place, emission: Emission): Doc {
  const at: Site = { ...site, element: id, task: true };
  const code = translated(expression, at, emission)?.loose;
  if (code === undefined || code.kind === 'verbatim') return lambda('()', value(expression, at, emission));
  const usesTask = JSON.stringify(code).includes('"humanTask"');
  const bean = beanCall(expression, at, emission, undefined);
  if (bean) {
    const head = headOf({ task: usesTask, vars: given !== '' });
    if (!bean.isDelegate) return lambda(head, bean.call);
    return lambda(`async ${head}`, merged(concat('await ', bean.call), given, emission));
  }
  const isAsync = noteBeans(code, { element: at.element, position: expression.position }, emission);
  const head = headOf({ task: usesTask, vars: variablesIn(code).size > 0 });
  return lambda(`${isAsync ? 'async ' : ''}${head}`, toText(code, memberOf('vars')));
}

/** `(humanTask, vars)`, as far as they are needed. */
function headOf({ task, vars }: { readonly task: boolean; readonly vars: boolean }): string {
  if (vars) return task ? '(humanTask, vars)' : '(_task, vars)';
  return task ? '(humanTask)' : '()';
}
