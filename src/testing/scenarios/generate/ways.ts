import type { BoundaryEvent, EventSubProcess, Node, Process, Scope } from '../../../bpmn/2-model/types';
import { workOf } from '../../../bpmn/2-model/work-of';
import { beanOf } from './conditions/bean-of';

/** One step from an element to what may come next. */
export interface Way {
  readonly from: string;
  readonly to: string;
  /** `event`: something happens while `from` is under way; `throws`: `from` ends in an error or escalation that `to` catches. */
  readonly kind: 'flow' | 'enter' | 'leave' | 'event' | 'throws';
  /** What has been reached when it was gone: a sequence flow, or the element behind it. */
  readonly goal: string;
}

/** All ways through a process, also those that are not drawn. */
export interface Ways {
  readonly from: ReadonlyMap<string, readonly Way[]>;
  readonly all: readonly Way[];
  readonly nodes: ReadonlyMap<string, Node>;
  /** Ids of the scopes around an element, innermost first; the last one is the process. */
  readonly around: ReadonlyMap<string, readonly string[]>;
}

/** Where a sub-process or the process is when everything in it is done. */
export function done(scope: string): string {
  return `${scope}/done`;
}

/** The element that a place belongs to. */
export function elementOf(place: string): string {
  return place.replace(/\/done$/, '');
}

type Catcher = {
  readonly id: string;
  readonly code: string | undefined;
  readonly kind: 'error' | 'escalation' | 'cancel';
};

/** Reads the ways in the order of the document. */
export function waysOf(process: Process): Ways {
  const all: Way[] = [];
  const nodes = new Map<string, Node>();
  const around = new Map<string, readonly string[]>();
  /** By the scope or activity that they guard. */
  const catchers = new Map<string, Catcher[]>();
  const add = (from: string, to: string, kind: Way['kind'], goal = to) => all.push({ from, to, kind, goal });

  const walk = (scope: Scope, path: readonly string[]): void => {
    for (const node of scope.nodes) {
      nodes.set(node.id, node);
      around.set(node.id, path);
      if (node.kind === 'boundaryEvent') guard(node.attachedTo, node);
    }
    for (const node of scope.nodes) {
      const isFirst = node.incoming.length === 0 && node.kind !== 'boundaryEvent';
      if (isFirst) add(scope.id, node.id, 'enter');
      if (node.kind === 'subProcess') walk(node.scope, [node.id, ...path]);
    }
    for (const { id, source, target } of scope.flows)
      add(nodes.get(source)?.kind === 'subProcess' ? done(source) : source, target, 'flow', id);
    for (const sub of scope.eventSubProcesses ?? []) eventSubProcess(scope, sub, path);
    for (const node of scope.nodes)
      if (node.outgoing.length === 0 && !endsByThrowing(node))
        add(node.kind === 'subProcess' ? done(node.id) : node.id, done(scope.id), 'leave');
  };

  const guard = (guarded: string, { id, trigger }: BoundaryEvent | EventSubProcess['start']): void => {
    const { kind } = trigger;
    if (kind === 'error' || kind === 'escalation' || kind === 'cancel') {
      const code = kind === 'cancel' ? undefined : trigger.code;
      catchers.set(guarded, [...(catchers.get(guarded) ?? []), { id, code, kind }]);
    } else if (kind !== 'compensate') add(guarded, id, 'event');
  };

  const eventSubProcess = (scope: Scope, sub: EventSubProcess, path: readonly string[]): void => {
    walk(sub.scope, [sub.id, ...path]);
    nodes.set(sub.id, sub);
    around.set(sub.id, path);
    // It is not entered by itself.
    all.splice(0, all.length, ...all.filter((way) => way.from !== sub.id || way.to !== sub.start.id));
    guard(scope.id, sub.start);
    add(done(sub.id), done(scope.id), 'leave');
  };

  walk(process, [process.id]);
  for (const node of nodes.values())
    for (const { id } of caughtOf(node, around.get(node.id) ?? [], catchers)) add(node.id, id, 'throws');
  const from = new Map<string, Way[]>();
  for (const way of all) from.set(way.from, [...(from.get(way.from) ?? []), way]);
  return { from, all, nodes, around };
}

function endsByThrowing(node: Node): boolean {
  return node.kind === 'endEvent' && ['error', 'cancel'].includes(node.trigger?.kind ?? '');
}

/** What catches what an element may end in: innermost first, and nothing outside of what catches everything. */
function caughtOf(
  node: Node,
  scopes: readonly string[],
  catchers: ReadonlyMap<string, readonly Catcher[]>,
): readonly Catcher[] {
  const thrown = thrownBy(node);
  if (!thrown) return [];
  const found: Catcher[] = [];
  for (const level of [node.id, ...scopes]) {
    const own = (catchers.get(level) ?? []).filter(({ kind, code }) => {
      if (kind !== thrown.kind) return false;
      const isNew = !found.some((one) => one.code === code);
      return isNew && (thrown.any || code === undefined || code === thrown.code);
    });
    // A specific code goes before all codes.
    found.push(...[...own].sort((a, b) => Number(a.code === undefined) - Number(b.code === undefined)));
    if (found.some(({ code }) => code === undefined || !thrown.any)) break;
  }
  return thrown.any ? found : found.slice(0, 1);
}

/** Activities that somebody else carries out may end in any error. */
function thrownBy(
  node: Node,
): { readonly kind: Catcher['kind']; readonly code?: string | undefined; readonly any: boolean } | undefined {
  if (canThrow(node)) return { kind: 'error', any: true };
  if (node.kind !== 'endEvent' && node.kind !== 'intermediateThrowEvent') return undefined;
  const { trigger } = node;
  if (trigger?.kind === 'cancel') return { kind: 'cancel', any: false };
  if (trigger?.kind !== 'error' && trigger?.kind !== 'escalation') return undefined;
  return { kind: trigger.kind, code: trigger.code, any: false };
}

/** Whether an answer of the scenario stands for what the element does. */
export function canThrow(node: Node): boolean {
  if (node.kind === 'callActivity') return true;
  if (node.kind === 'scriptTask') return node.script.language === 'foreign';
  return 'implementation' in workOf(node) || beanOf(node) !== undefined;
}
