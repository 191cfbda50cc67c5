import type { ProcessTrigger } from '../2-model/trigger-types';
import type { Process } from '../2-model/types';
import { object, quote, type Doc } from './doc';

/** What starts a process besides clients, for its contract; undefined if nothing does. */
export function startsOf(process: Process): Doc | undefined {
  const starts = process.nodes.flatMap((node) => {
    const triggers = 'startedBy' in node ? (node.startedBy ?? []) : [];
    return triggers.map((trigger) => ({ trigger, id: node.id }));
  });
  if (starts.length === 0) return undefined;
  const kinds: [string, ProcessTrigger['kind']][] = [
    ['messages', 'message'],
    ['signals', 'signal'],
    ['timers', 'timer'],
  ];
  return object(
    kinds.flatMap(([key, kind]): [string, Doc][] => {
      const entries = starts.filter(({ trigger }) => trigger.kind === kind).map(entryOf);
      return entries.length > 0 ? [[key, object(entries)]] : [];
    }),
  );
}

function entryOf({ trigger, id }: { trigger: ProcessTrigger; id: string }): [string, Doc] {
  return trigger.kind === 'timer' ? [id, quote(trigger.value.text)] : [trigger.name.text, quote(id)];
}
