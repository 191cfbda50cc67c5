import { localName } from '../../1-parse/namespaces';
import { defined } from '../defined';
import type { Context, ElementReader } from '../element-reader';
import { hasImplementation } from '../implementation';
import { sendsToProcess } from '../message-flows';
import { readMessage } from '../messages';
import { activityBase } from '../node-base';
import type { ExpressionTask, MessageTask, ServiceTask } from '../types';
import { readWork } from '../work';

/** A send task throws the message that it names or that is drawn, unless something says what else it does. */
export function sendTask(
  reader: ElementReader,
  context: Context,
): ServiceTask | ExpressionTask | MessageTask | undefined {
  const { element } = reader;
  const hasMessage = element.attributes.has('messageRef') || sendsToProcess(element, context.diagram);
  if (!hasMessage || hasImplementation(element)) return serviceTask(reader, context);
  reader.attribute('implementation');
  const trigger = readMessage(reader, element, context);
  return defined({ kind: 'sendTask', ...activityBase(reader, context), trigger });
}

/** Tasks that engines let call something although the standard does not. */
const UNTYPED: ReadonlySet<string> = new Set(['scriptTask', 'task']);

/** A task that calls an activity, or evaluates an expression. */
export function serviceTask(
  reader: ElementReader,
  context: Context,
): ServiceTask | ExpressionTask | undefined {
  const activity = activityBase(reader, context);
  const work = readWork({ holder: reader, inputs: activity.inputs }, context);
  const name = localName(reader.element.name);
  const kind = UNTYPED.has(name) ? 'serviceTask' : (name as ServiceTask['kind']);
  return work && defined({ kind, ...activity, ...work });
}
