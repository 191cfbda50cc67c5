import { readAdHoc } from '../ad-hoc';
import { defined } from '../defined';
import type { Context, ElementReader } from '../element-reader';
import { isEventSubProcess } from '../event-kinds';
import { activityBase } from '../node-base';
import { readScope } from '../read-scope';
import type { EventSubProcess, SubProcess } from '../types';
import { eventSubProcess } from './event-sub-process';

export function subProcess(
  reader: ElementReader,
  context: Context,
): SubProcess | EventSubProcess | undefined {
  const { element } = reader;
  const container = context.diagram.container(element);
  if (!container) return undefined;
  if (isEventSubProcess(element)) return eventSubProcess(reader, container, context);
  const isTransaction = element.type === 'bpmn:Transaction';
  // Only the method that the standard describes: cancelling undoes by compensation.
  if (isTransaction && /^(##)?compensate$/i.test(element.attributes.get('method') ?? ''))
    reader.attribute('method');
  return defined({
    kind: 'subProcess' as const,
    ...activityBase(reader, context),
    scope: readScope(container, reader, context),
    transaction: isTransaction ? (true as const) : undefined,
    adHoc: element.type === 'bpmn:AdHocSubProcess' ? readAdHoc(reader, context) : undefined,
  });
}
