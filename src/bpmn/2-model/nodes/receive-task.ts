import { defined } from '../defined';
import { isTrue } from '../diagram';
import type { Context, ElementReader } from '../element-reader';
import { readMessage } from '../messages';
import { activityBase } from '../node-base';
import { reportUnsupportedStart } from '../starts';
import type { ReceiveTask } from '../types';

/** A task that waits for a message. */
export function receiveTask(reader: ElementReader, context: Context): ReceiveTask | undefined {
  reader.attribute('implementation'); // how messages travel is not the diagram's business
  if (isTrue(reader.attribute('instantiate'))) {
    reportUnsupportedStart(reader, context);
    return undefined;
  }
  return defined({
    kind: 'receiveTask',
    ...activityBase(reader, context),
    trigger: readMessage(reader, reader.element, context),
  });
}
