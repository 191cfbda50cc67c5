import type { Process, ProcessTrigger } from '../2-model/types';
import { object, quote, type Doc } from './doc';

/** The messages and signals that start a process, for its contract; undefined if none does. */
export function startsOf(process: Process): Doc | undefined {
  const starts = process.nodes.flatMap((node) => {
    const triggers = 'startedBy' in node ? (node.startedBy ?? []) : [];
    return triggers.map((trigger) => ({ trigger, id: node.id }));
  });
  const entriesOf = (kind: ProcessTrigger['kind']) =>
    starts
      .filter(({ trigger }) => trigger.kind === kind)
      .map(({ trigger, id }): [string, Doc] => [trigger.name.text, quote(id)]);
  const [messages, signals] = [entriesOf('message'), entriesOf('signal')];
  if (starts.length === 0) return undefined;
  return object([
    ...(messages.length > 0 ? [['messages', object(messages)] as [string, Doc]] : []),
    ...(signals.length > 0 ? [['signals', object(signals)] as [string, Doc]] : []),
  ]);
}
