import { isTrue } from '../diagram';
import { defined } from '../defined';
import type { Context, ElementReader } from '../element-reader';
import { nodeBase } from '../node-base';
import { instantiates, reportUnsupportedStart, startsProcess } from '../starts';
import type { EventBasedGateway } from '../types';

/** A rule sees to it that its flows lead to events. */
export function eventBasedGateway(reader: ElementReader, context: Context): EventBasedGateway | undefined {
  const { element } = reader;
  reader.attribute('gatewayDirection');
  const isStart = isTrue(reader.attribute('instantiate'));
  const how = isStart ? instantiates(element) : undefined;
  if (isStart) reader.attribute('eventGatewayType');
  if (isStart && (!startsProcess(reader, context) || (how === 'all' && !isOnlyStart(reader, context)))) {
    return reportUnsupportedStart(reader, context);
  }
  return defined({ kind: 'eventBasedGateway', ...nodeBase(reader, context), instantiates: how });
}

/** Beside other starts nothing would say which events belong together. */
function isOnlyStart({ element }: ElementReader, { diagram }: Context): boolean {
  const nodes = (element.parent && diagram.container(element.parent)?.nodes) ?? [];
  return !nodes.some(
    (node) =>
      node !== element && (node.type === 'bpmn:StartEvent' || isTrue(node.attributes.get('instantiate'))),
  );
}
