import { localName } from '../../1-parse/namespaces';
import { readCondition } from '../conditions';
import { defined } from '../defined';
import type { Context, ElementReader } from '../element-reader';
import { defaultFlowOf, nodeBase } from '../node-base';
import type { Gateway } from '../types';

/** The direction is not kept: the flows themselves say it, and a rule compares the two. */
export function gateway(reader: ElementReader, context: Context): Gateway {
  reader.attribute('gatewayDirection');
  const activation = reader.child('bpmn:activationCondition');
  return defined({
    kind: localName(reader.element.name) as Gateway['kind'],
    ...nodeBase(reader, context),
    defaultFlow: defaultFlowOf(reader, context.diagram),
    activation: activation && readCondition(activation, context),
  });
}
