import type { Flow, Node, Process, Scope, SubProcess } from '../../src/bpmn/2-model/types';
import type { Expression } from '../../src/bpmn/2-model/value-types';

const position = { line: 1, column: 1, offset: 0, length: 0 };

/**
 * A process from a few lines, one per flow or event:
 *
 * ```
 * Start -> Task_A -> XOR_1
 * XOR_1 -> Task_B if amount > 10
 * XOR_1 -> End_1 default
 * Event_Declined on Task_B error DECLINED      (interrupting; `beside` for non-interrupting)
 * ```
 *
 * A condition or `default` belongs to the first flow of its line. The kind follows from the id: Start, End, XOR, AND, Event (on something: boundary; else a timer), End_Error,
 * End_Terminate, Sub (its inside given separately), otherwise a task.
 */
export function processOf(text: string, insides: Readonly<Record<string, Scope>> = {}): Process {
  return { kind: 'process', ...scopeOf('Process', text, insides) };
}

export function scopeOf(id: string, text: string, insides: Readonly<Record<string, Scope>> = {}): Scope {
  const flows: Flow[] = [];
  const events = new Map<string, { on: string; interrupting: boolean; code: string }>();
  const defaults = new Map<string, string>();
  const ids = new Set<string>();
  const flowIds = new Map<string, number>();

  const flowId = (source: string, target: string): string => {
    const id = `Flow_${source}_${target}`;
    const same = (flowIds.get(id) ?? 0) + 1;
    flowIds.set(id, same);
    return same === 1 ? id : `${id}_${same}`;
  };
  for (const line of text.split('\n').map((text) => text.trim())) {
    const event = /^(\S+) (on|beside) (\S+)(?: error (\S+))?$/.exec(line);
    if (event) {
      const [, name = '', word, on = '', code = ''] = event;
      events.set(name, { on, interrupting: word === 'on', code });
      ids.add(name);
      continue;
    }
    const [path = '', condition] = line.split(' if ');
    const isDefault = path.endsWith(' default');
    const steps = path
      .replace(/ default$/, '')
      .split(' -> ')
      .filter(Boolean);
    for (const step of steps) ids.add(step);
    steps.slice(1).forEach((target, i) => {
      const source = steps[i]!;
      const flow: Flow = {
        id: flowId(source, target),
        source,
        target,
        position,
        ...(condition !== undefined && i === 0 && { condition: feel(condition) }),
      };
      flows.push(flow);
      if (isDefault && i === 0) defaults.set(source, flow.id);
    });
  }

  const bySource = grouped(flows, ({ source }) => source);
  const byTarget = grouped(flows, ({ target }) => target);
  const byHost = grouped([...events], ([, { on }]) => on);
  const nodes = [...ids].map((node) => {
    const event = events.get(node);
    const base = {
      id: node,
      notes: [],
      position,
      incoming: (byTarget.get(node) ?? []).map(({ id }) => id),
      outgoing: (bySource.get(node) ?? []).map(({ id }) => id),
      ...(defaults.has(node) && { defaultFlow: defaults.get(node)! }),
    };
    const activity = {
      ...base,
      boundaryEvents: (byHost.get(node) ?? []).map(([id]) => id),
    };
    if (event) {
      const trigger = event.code
        ? { kind: 'error' as const, code: event.code }
        : { kind: 'timer' as const, type: 'duration' as const, value: literal('PT1H') };
      return {
        ...base,
        kind: 'boundaryEvent',
        attachedTo: event.on,
        interrupting: event.interrupting,
        trigger,
      };
    }
    if (node.startsWith('Start')) return { ...base, kind: 'startEvent' };
    if (node.startsWith('End_Error'))
      return { ...base, kind: 'endEvent', trigger: { kind: 'error', code: node } };
    if (node.startsWith('End_Terminate'))
      return { ...base, kind: 'endEvent', trigger: { kind: 'terminate' } };
    if (node.startsWith('End')) return { ...base, kind: 'endEvent' };
    if (node.startsWith('XOR')) return { ...base, kind: 'exclusiveGateway' };
    if (node.startsWith('AND')) return { ...base, kind: 'parallelGateway' };
    if (node.startsWith('Event')) {
      return {
        ...base,
        kind: 'intermediateCatchEvent',
        trigger: { kind: 'timer', type: 'duration', value: literal('PT1H') },
      };
    }
    if (node.startsWith('Sub'))
      return { ...activity, kind: 'subProcess', scope: insides[node]! } satisfies SubProcess;
    return { ...activity, kind: 'task' };
  }) as Node[];
  return { id, position, nodes, flows, notes: [] };
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

function feel(text: string): Expression {
  return { language: 'feel', text, position };
}

function literal(text: string): Expression {
  return { language: 'literal', text, position };
}
