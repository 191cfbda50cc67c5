import type { Mapping, Node, ScriptTask, ServiceTask, TimerTrigger, UserTask } from '../2-model/types';
import { call, concat, isPlainKey, object, quote, type Doc } from './doc';
import type { Emission } from './emission';
import { memberOf, value } from './expressions';
import { durationText } from './duration-text';
import { scriptOf } from './scripts';
import { activityName } from './names';

/** What carrying out an element is in TypeScript. */
export interface Step {
  /** A call; of an async helper if `awaited`. */
  readonly call: Doc;
  readonly awaited: boolean;
  /** Its result goes into the variables as a whole. */
  readonly assigned?: boolean;
  /** Its result goes into the variables by these mappings. */
  readonly outputs?: readonly Mapping[];
  /** The variable that takes its result. */
  readonly target?: string;
}

type Emit<N extends Node> = (node: N, emission: Emission) => Step | undefined;
type NodeOf<Kind extends Node['kind']> = Extract<Node, { kind: Kind }>;

/** Undefined for what is control flow, or nothing at all. A kind that is forgotten here does not compile. */
const EMIT: { readonly [Kind in Node['kind']]: Emit<NodeOf<Kind>> } = {
  serviceTask: service,
  sendTask: service,
  businessRuleTask: service,
  scriptTask: script,
  userTask,
  task: pass,
  manualTask: pass,
  intermediateThrowEvent: pass,
  intermediateCatchEvent: ({ id, trigger }, emission) => ({
    call: call(emission.uses.use('wait'), quote(id), timer(trigger, id, emission)),
    awaited: true,
  }),
  subProcess: nothing,
  exclusiveGateway: nothing,
  parallelGateway: nothing,
  startEvent: nothing,
  endEvent: nothing,
  boundaryEvent: nothing,
};

export function stepOf(node: Node, emission: Emission): Step | undefined {
  return (EMIT[node.kind] as Emit<Node>)(node, emission);
}

function nothing(): undefined {
  return undefined;
}

function pass({ id }: Node, { uses }: Emission): Step {
  return { call: call(uses.use('pass'), quote(id)), awaited: false };
}

function service(node: ServiceTask, emission: Emission): Step {
  const { uses } = emission;
  const input = node.inputs.length > 0 ? mapped(node.inputs, node.id, emission) : uses.use('vars');
  const args = [quote(node.id), `${uses.useActivities()}.${activityName(node.implementation)}`, input];
  const options = retryOptions(node);
  const outputs = node.outputs.length > 0 ? { outputs: node.outputs } : { assigned: true };
  return { call: call(uses.use('task'), ...args, ...(options ? [options] : [])), awaited: true, ...outputs };
}

function retryOptions({ retries, retryInterval }: ServiceTask): Doc | undefined {
  if (retries === undefined && retryInterval === undefined) return undefined;
  const retry: [string, Doc][] = [];
  if (retries !== undefined) retry.push(['maximumAttempts', String(retries)]);
  if (retryInterval !== undefined) {
    retry.push(['initialInterval', quote(durationText(retryInterval))], ['backoffCoefficient', '1']);
  }
  return object([['retry', object(retry)]]);
}

function userTask(node: UserTask, emission: Emission): Step {
  const { id, form, inputs, outputs } = node;
  const options: [string, Doc][] = [];
  for (const key of ['assignee', 'candidateUsers', 'candidateGroups', 'dueDate', 'followUpDate'] as const) {
    const expression = node[key];
    if (expression) options.push([key, value(expression, { element: id, root: 'vars' }, emission)]);
  }
  const { priority } = node;
  if (priority) {
    const isNumber = priority.language === 'literal' && /^\d+$/.test(priority.text);
    const doc = isNumber
      ? String(Number(priority.text))
      : value(priority, { element: id, root: 'vars' }, emission);
    options.push(['priority', doc]);
  }
  if (form !== undefined) options.push(['form', quote(form)]);
  if (inputs.length > 0) options.push(['input', mapped(inputs, id, emission)]);
  const args = [quote(id), ...(options.length > 0 ? [object(options)] : [])];
  const result = outputs.length > 0 ? { outputs } : { assigned: true };
  return { call: call(emission.uses.use('userTask'), ...args), awaited: true, ...result };
}

function script(node: ScriptTask, emission: Emission): Step {
  const { id, resultVariable } = node;
  const body = scriptOf(node, emission);
  return {
    call: call(emission.uses.use('script'), quote(id), body),
    awaited: false,
    ...(resultVariable !== undefined && { target: resultVariable }),
  };
}

export function timer({ value: when }: TimerTrigger, element: string, emission: Emission): Doc {
  return call(emission.uses.use('timer'), value(when, { element, root: 'vars' }, emission));
}

/** `a.b` as a target makes an object in `a`. */
function mapped(mappings: readonly Mapping[], element: string, emission: Emission): Doc {
  const tree: Tree = new Map();
  for (const { target, source } of mappings) {
    put(tree, target.split('.'), value(source, { element, root: 'vars' }, emission));
  }
  return toObject(tree);
}

type Tree = Map<string, Tree | Doc>;

function put(tree: Tree, [key = '', ...rest]: readonly string[], doc: Doc): void {
  if (rest.length === 0) {
    tree.set(key, doc);
    return;
  }
  const inner = tree.get(key);
  const branch = inner instanceof Map ? inner : (new Map() as Tree);
  tree.set(key, branch);
  put(branch, rest, doc);
}

function toObject(tree: Tree): Doc {
  return object([...tree].map(([key, inner]) => [key, inner instanceof Map ? toObject(inner) : inner]));
}

/** Statements that put a result, laid over the variables in a constant, into the variables. */
export function outputLines(outputs: readonly Mapping[], element: string, root: string, emission: Emission) {
  const variable = memberOf(emission.uses.use('vars'));
  return outputs.map(({ target, source }): Doc => {
    const [name = '', ...path] = target.split('.');
    const doc = value(source, { element, root }, emission);
    return concat(`${variable(name)} = `, nested(variable(name), path, doc));
  });
}

/** `{ ...vars.payment, receipt: … }`: what else is in the object stays. */
function nested(at: string, [key, ...rest]: readonly string[], doc: Doc): Doc {
  if (key === undefined) return doc;
  const inner = isPlainKey(key) ? `${at}?.${key}` : `${at}?.[${quote(key)}]`;
  return object([
    ['...', at],
    [key, nested(inner, rest, doc)],
  ]);
}
