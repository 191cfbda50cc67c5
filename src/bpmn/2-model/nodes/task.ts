import { describe } from '../diagram';
import type { Context, ElementReader } from '../element-reader';
import type { ExpressionTask, PassTask, ServiceTask, UserTask } from '../types';
import { passTask } from './pass-task';
import { serviceTask } from './service-task';
import { userTask } from './user-task';

/** A task without a type passes. To jBPM it is a work item if it names a handler. */
export function task(
  reader: ElementReader,
  context: Context,
): PassTask | ServiceTask | ExpressionTask | UserTask | undefined {
  const { element } = reader;
  const handler = reader.attribute('drools:taskName')?.trim() ?? '';
  if (handler === '') return passTask(reader, context);
  if (handler === 'Human Task') return userTask(reader, context);
  if (handler !== 'Milestone') return serviceTask(reader, context);
  reader.leave(() => true);
  const { diagram, reporter } = context;
  const detail = ': it is a milestone, which facts of a rule engine reach';
  reporter.report('element-not-supported', diagram.document.place.of(element), {
    element: describe(element),
    detail,
  });
  return undefined;
}
