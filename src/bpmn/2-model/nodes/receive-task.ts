import { defined } from '../defined';
import type { Context, ElementReader } from '../element-reader';
import { readMessage } from '../messages';
import { activityBase } from '../node-base';
import { startsAt } from '../starts';
import type { ReceiveTask } from '../types';

/** A task that waits for a message. */
export function receiveTask(reader: ElementReader, context: Context): ReceiveTask | undefined {
  reader.attribute('implementation'); // how messages travel is not the diagram's business
  reader.attribute('instantiate');
  const trigger = readMessage(reader, reader.element, context);
  const start = startsAt(trigger, reader, context);
  if (!start) return undefined;
  return defined({
    kind: 'receiveTask',
    ...activityBase(reader, context),
    trigger,
    ...start,
  });
}
