import type { EventSubProcess } from '../2-model/types';
import type { StructuredEvent } from '../3-structure/tree';
import type { Comment } from './comments';
import { object, type Doc } from './doc';
import type { Emission } from './emission';
import { triggerOf } from './event-triggers';
import { commentOf } from './place';

/**
 * The event sub-processes of a scope, as the last argument of `scope`; none if it has none.
 *
 * @param runOf - one of them as a function
 */
export function eventArguments(
  events: readonly StructuredEvent[],
  emission: Emission,
  runOf: (event: StructuredEvent) => Doc,
): Doc[] {
  if (events.length === 0) return [];
  const entries = events.map((event): [string, Doc] => {
    const { start } = event.node;
    const { id, trigger, interrupting } = start;
    const says = trigger.kind !== 'error' && trigger.kind !== 'compensate';
    return [
      id,
      object([
        ['on', triggerOf(start, emission)],
        ...(says ? [['interrupting', String(interrupting)] as [string, Doc]] : []),
        ['run', runOf(event)],
      ]),
    ];
  });
  return [object(entries)];
}

export function commentOnEvent(node: EventSubProcess): Comment {
  const comment = commentOf(node);
  return { ...comment, name: ['Event sub-process', comment.name].filter(Boolean).join(': ') };
}
