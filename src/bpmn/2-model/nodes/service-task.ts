import { localName } from '../../1-parse/namespaces';
import { defined } from '../defined';
import { describe } from '../diagram';
import type { Context, ElementReader } from '../element-reader';
import { hasImplementation, readImplementation } from '../implementation';
import { readFields } from '../mappings/camunda';
import { readMessage } from '../messages';
import { activityBase } from '../node-base';
import { readRetries } from '../retries';
import type { ExpressionTask, MessageTask, ServiceTask } from '../types';

/** A send task throws its message, unless something says what else it does. */
export function sendTask(
  reader: ElementReader,
  context: Context,
): ServiceTask | ExpressionTask | MessageTask | undefined {
  const { element } = reader;
  if (!element.attributes.has('messageRef') || hasImplementation(element))
    return serviceTask(reader, context);
  reader.attribute('implementation');
  const trigger = readMessage(reader, element, context);
  return defined({ kind: 'sendTask', ...activityBase(reader, context), trigger });
}

/** A task that calls an activity, or evaluates an expression. */
export function serviceTask(
  reader: ElementReader,
  context: Context,
): ServiceTask | ExpressionTask | undefined {
  const { implementation, expression, resultVariable, sees, decision } = readImplementation(reader, context);
  const retries = readRetries(reader, context);
  const fields = readFields(reader, context);
  const activity = activityBase(reader, context);
  const base = {
    kind: localName(reader.element.name) as ServiceTask['kind'],
    ...activity,
    resultVariable,
    ...retries,
    ...(sees === 'fields'
      ? { inputs: Object.freeze([...(activity.inputs ?? []), ...fields]) }
      : { fields: fields.length > 0 ? fields : undefined }),
  };
  if (expression !== undefined) return defined({ ...base, expression });
  if (implementation !== undefined) return defined({ ...base, implementation, decision });
  const { element } = reader;
  const where = context.diagram.document.place.of(element);
  context.reporter.report('implementation-missing', where, { element: describe(element) });
  return undefined;
}
