import type { XmlElement } from '../../1-parse/xml-element';
import { readAdHoc } from '../ad-hoc';
import { elementsIn } from '../ad-hoc-elements';
import { collectedName } from '../collected';
import { defined } from '../defined';
import type { Context, ElementReader } from '../element-reader';
import { isEventSubProcess } from '../event-kinds';
import type { Loop } from '../loop-types';
import { activityBase } from '../node-base';
import { readScope } from '../read-scope';
import type { AdHoc, EventSubProcess, Mapping, Mappings, SubProcess } from '../types';
import type { Value } from '../value-types';
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
    ...collectedOutputs(base),
    ...(adHoc && withOwn(adHoc, element, base, context)),
    scope: readScope(container, reader, context),
    transaction: isTransaction ? (true as const) : undefined,
    adHoc,
  });
}

/**
 * What an instance gives to the list of results may be a variable that the sub-process has of its own: it goes out as far
 * as the instance.
 */
function collectedOutputs({
  loop,
  inputs = [],
  outputs = [],
}: Partial<Mappings> & { readonly loop: Loop | undefined }): Pick<Partial<Mappings>, 'outputs'> {
  const collected = loop?.kind === 'multiInstance' && loop.output && collectedName(loop.output.element);
  const isOwn = inputs.some(({ target }) => target === collected);
  if (!collected || !isOwn || outputs.some(({ target }) => target === collected)) return {};
  const out = mapping(collected, { language: 'variable', name: collected });
  return { outputs: Object.freeze([...outputs, out]) };
}

/**
 * The list of results is a variable of the sub-process itself, empty at first, and goes out when it is done. A worker finds
 * what it can choose from in another one.
 */
function withOwn(
  { output, worker }: AdHoc,
  element: XmlElement,
  { inputs = [], outputs = [] }: Partial<Mappings>,
  context: Context,
): Partial<Mappings> {
  const collected = output?.collection;
  const own = [
    ...(collected === undefined ? [] : [mapping(collected, EMPTY)]),
    ...(worker ? [mapping('adHocSubProcessElements', elementsIn(element, context))] : []),
  ];
  const out = collected === undefined ? [] : [mapping(collected, { language: 'variable', name: collected })];
  return defined({
    inputs: own.length > 0 ? Object.freeze([...inputs, ...own]) : undefined,
    outputs: out.length > 0 ? Object.freeze([...outputs, ...out]) : undefined,
  });
}

const EMPTY: Value = Object.freeze({ language: 'list', items: Object.freeze([]) });

function mapping(target: string, source: Value): Mapping {
  return Object.freeze({ target, source: Object.freeze(source) });
}
