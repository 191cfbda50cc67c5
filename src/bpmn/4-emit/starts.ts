import type { ProcessTrigger } from '../2-model/trigger-types';
import type { Node, Process } from '../2-model/types';
import { array, object, quote, type Doc } from './doc';

/**
 * What starts a process, for its contract; undefined if only clients do, and at one place. Of several start events those
 * without a trigger are named as well, so that clients can say which one they mean.
 */
export function startsOf(process: Process): Doc | undefined {
  const forClients = process.nodes
    .filter((node) => node.kind === 'startEvent')
    .filter((node) => !node.startedBy);
  const plain = forClients.filter(({ condition }) => !condition);
  const conditions = forClients.filter(({ condition }) => condition);
  const starts = process.nodes.flatMap((node) =>
    triggersOf(node).map((trigger) => ({ trigger, id: node.id })),
  );
  if (starts.length === 0 && forClients.length < 2) return undefined;
  const kinds: [string, ProcessTrigger['kind']][] = [
    ['messages', 'message'],
    ['signals', 'signal'],
    ['timers', 'timer'],
  ];
  return object([
    ...(plain.length > 0 ? [['none', array(plain.map(({ id }) => quote(id)))] as [string, Doc]] : []),
    ...(conditions.length > 0
      ? [['conditions', array(conditions.map(({ id }) => quote(id)))] as [string, Doc]]
      : []),
    ...kinds.flatMap(([key, kind]): [string, Doc][] => {
      const ofKind = starts.filter(({ trigger }) => trigger.kind === kind);
      const entries = kind === 'timer' ? timerEntries(ofKind) : nameEntries(ofKind);
      return entries.length > 0 ? [[key, object(entries)]] : [];
    }),
    ...(process.oneRunPerKey ? [['oneRunPerKey', 'true'] as [string, Doc]] : []),
  ]);
}

/** Whether something else than clients starts a process. */
export function isStarted(process: Process): boolean {
  return process.nodes.some((node) => triggersOf(node).length > 0);
}

function triggersOf(node: Node): readonly ProcessTrigger[] {
  return 'startedBy' in node ? (node.startedBy ?? []) : [];
}

interface Start {
  readonly trigger: ProcessTrigger;
  readonly id: string;
}

/** A start event may name one twice. */
function nameEntries(starts: readonly Start[]): [string, Doc][] {
  return [...new Map(starts.map(({ trigger, id }) => [textOf(trigger), quote(id)]))];
}

/** By start event, which may have several timers. */
function timerEntries(starts: readonly Start[]): [string, Doc][] {
  return [...new Set(starts.map(({ id }) => id))].map((id) => {
    const timers = starts.filter((start) => start.id === id).map(({ trigger }) => quote(textOf(trigger)));
    const [only = array([])] = timers;
    return [id, timers.length === 1 ? only : array(timers)];
  });
}

function textOf(trigger: ProcessTrigger): string {
  return trigger.kind === 'timer' ? trigger.value.text : trigger.name.text;
}
