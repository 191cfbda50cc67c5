import { defined } from '../defined';
import { isTrue } from '../diagram';
import type { Context, ElementReader } from '../element-reader';
import { nodeBase } from '../node-base';
import { reportUnsupportedStart } from '../starts';
import type { EventBasedGateway } from '../types';

/** A rule sees to it that its flows lead to events. */
export function eventBasedGateway(reader: ElementReader, context: Context): EventBasedGateway | undefined {
  reader.attribute('gatewayDirection');
  if (isTrue(reader.attribute('instantiate'))) {
    reportUnsupportedStart(reader, context);
    return undefined;
  }
  return defined({ kind: 'eventBasedGateway', ...nodeBase(reader, context) });
}
