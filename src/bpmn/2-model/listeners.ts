import type { Position } from '../diagnostics/diagnostic';
import { assigned } from './assigned';
import { defined } from './defined';
import { describe } from './diagram';
import type { Context, ElementReader } from './element-reader';
import { extensionAttribute } from './expressions';
import { beanOf, readJobType } from './implementation';
import { listenerSide, type Side } from './listener-side';
import { readTries, type Tries } from './retries';
import { readScriptText } from './script-text';
import { readListenerFields } from './mappings/camunda';
import { listenerHeaders } from './mappings/task-headers';
import type { Mapping } from './types';
import type { Expression, ForeignScript } from './value-types';

/** Code that an engine runs when a token comes to an element, leaves it, or takes a flow. */
export interface Listener {
  /** As the diagram names it: `start`, `end`, `take`, `beforeAll`. */
  readonly event: string;
  readonly side: Side;
  readonly action: ListenerAction;
  /** How often it is tried in all. */
  readonly retries?: Tries;
  readonly position: Position;
}

export type ListenerAction =
  | { readonly implementation: string | Expression; readonly fields?: readonly Mapping[] }
  | { readonly expression: Expression; readonly resultVariable?: string }
  | { readonly script: Expression | ForeignScript };

/** `${audit.log(execution, eventName)}`: a method that gets everything, and so is like a delegate. */
const DELEGATE_METHOD =
  /^[$#]\{\s*([A-Za-z_]\w*\.[A-Za-z_]\w*)\(\s*(?:execution|task|delegateTask)\s*(?:,\s*eventName\s*)?\)\s*\}$/;

/** The execution listeners of an element, in document order. Those that cannot become steps are reported. */
export function readListeners(reader: ElementReader, context: Context): readonly Listener[] {
  return [
    ...reader.extensions('camunda:executionListener'),
    ...reader.extensions('flowable:executionListener'),
    ...(reader.extension('zeebe:executionListeners')?.children('zeebe:executionListener') ?? []),
    ...Object.keys(EVENTS).flatMap((name) => reader.extensions(name).filter(hasScript)),
  ].flatMap((one) => readListener(one, reader, context) ?? []);
}

/** Editors of jBPM leave the element when its script is removed; there may be one for each language. */
function hasScript(reader: ElementReader): boolean {
  reader.attribute('scriptFormat');
  const script = reader.child('drools:script');
  script?.attribute('scriptFormat');
  return script !== undefined && script.element.text !== '';
}

/** What jBPM's elements listen to, which have their event as their name. */
const EVENTS: Readonly<Record<string, string>> = {
  'drools:onEntry-script': 'start',
  'drools:onExit-script': 'end',
};

function readListener(reader: ElementReader, holder: ElementReader, context: Context): Listener | undefined {
  const owner = holder.element;
  const named = (reader.attribute('event') ?? reader.attribute('eventType'))?.trim();
  const event =
    named || EVENTS[reader.element.name] || (owner.name === 'bpmn:sequenceFlow' ? 'take' : 'start');
  reader.attribute('id');
  const retries = readTries(reader, context);
  const action = readAction(reader, holder, context);
  const { place } = context.diagram.document;
  const refuse = (reason: string) => {
    const parameters = { listener: `execution listener (${event})`, element: describe(owner), reason };
    context.reporter.report('listener-not-supported', place.of(reader.element), parameters);
    return undefined;
  };
  if (typeof action === 'string') return refuse(action);
  const endsAlways = reader.element.name.startsWith('camunda:');
  const side = listenerSide({ event, owner, endsAlways }, context.diagram);
  if ('reason' in side) return refuse(side.reason);
  return defined({
    event,
    side: side.side,
    action: 'expression' in action ? assigned(action.expression) : action,
    retries,
    position: place.of(reader.element).position,
  });
}

function calling(implementation: string | Expression, fields: readonly Mapping[]): ListenerAction {
  return { implementation, ...(fields.length > 0 && { fields }) };
}

/**
 * What a listener does, or why that is not known.
 *
 * @param holder - the element that has it
 */
export function readAction(
  reader: ElementReader,
  holder: ElementReader,
  context: Context,
): ListenerAction | string {
  const fields = () => [...readListenerFields(reader, context), ...listenerHeaders(reader, holder, context)];
  const implementation = reader.attribute('class')?.trim() || readJobType(reader, context);
  if (implementation) return calling(implementation, fields());
  const delegate = reader.attribute('delegateExpression');
  if (delegate !== undefined) {
    const bean = beanOf(delegate);
    return bean === undefined ? `"${delegate}" is not the name of a bean` : calling(bean, fields());
  }
  const expression = extensionAttribute(reader, 'expression', context);
  if (expression) {
    const method = DELEGATE_METHOD.exec(expression.text)?.[1];
    return method === undefined ? { expression } : { implementation: method };
  }
  const child = reader.child('camunda:script') ?? reader.child('drools:script');
  const format = reader.attribute('scriptFormat') ?? child?.attribute('scriptFormat');
  const script = child && readScriptText(child, format, context);
  return script ? { script } : 'it names no code';
}
