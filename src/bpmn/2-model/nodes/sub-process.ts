import { readAdHoc } from '../ad-hoc';
import { defined } from '../defined';
import type { Context, ElementReader } from '../element-reader';
import { isEventSubProcess } from '../event-kinds';
import { activityBase } from '../node-base';
import { readScope } from '../read-scope';
import type { EventSubProcess, Mappings, SubProcess } from '../types';
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
  const adHoc = element.type === 'bpmn:AdHocSubProcess' ? readAdHoc(reader, context) : undefined;
  const base = activityBase(reader, context);
  return defined({
    kind: 'subProcess' as const,
    ...base,
    ...(adHoc?.output && collecting(adHoc.output.collection, base)),
    scope: readScope(container, reader, context),
    transaction: isTransaction ? (true as const) : undefined,
    adHoc,
  });
}

/** The list is a variable of the sub-process itself, empty at first, and goes out when it is done. */
function collecting(target: string, { inputs = [], outputs = [] }: Partial<Mappings>): Partial<Mappings> {
  const empty = Object.freeze({ language: 'list' as const, items: Object.freeze([]) });
  const list = Object.freeze({ language: 'variable' as const, name: target });
  return {
    inputs: Object.freeze([...inputs, Object.freeze({ target, source: empty })]),
    outputs: Object.freeze([...outputs, Object.freeze({ target, source: list })]),
  };
}
