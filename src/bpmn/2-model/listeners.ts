import { localName } from '../1-parse/namespaces';
import type { XmlElement } from '../1-parse/xml-element';
import type { Position } from '../diagnostics/diagnostic';
import { defined } from './defined';
import { describe } from './diagram';
import type { Context, ElementReader } from './element-reader';
import { extensionAttribute } from './expressions';
import { beanOf } from './implementation';
import { listenerSide, type Side } from './listener-side';
import { readScriptText } from './script-text';
import { readListenerFields } from './mappings/camunda';
import type { Mapping } from './types';
import type { Expression, ForeignScript } from './value-types';

/** Code that an engine runs when a token comes to an element, leaves it, or takes a flow. */
export interface Listener {
  /** As the diagram names it: `start`, `end`, `take`, `create`, `complete`. */
  readonly event: string;
  readonly side: Side;
  readonly action: ListenerAction;
  /** How often it is tried in all. */
  readonly retries?: number;
  readonly position: Position;
}

export type ListenerAction =
  | { readonly implementation: string; readonly fields?: readonly Mapping[] }
  | { readonly expression: Expression }
  | { readonly script: Expression | ForeignScript };

/** `${audit.log(execution, eventName)}`: a method that gets everything, and so is like a delegate. */
const DELEGATE_METHOD =
  /^[$#]\{\s*([A-Za-z_]\w*\.[A-Za-z_]\w*)\(\s*(?:execution|task|delegateTask)\s*(?:,\s*eventName\s*)?\)\s*\}$/;

/**
 * The listeners of an element in the order in which they run: task listeners are nearer to the task than execution
 * listeners, else the order of the document. Those that cannot become steps are reported.
 */
export function readListeners(reader: ElementReader, context: Context): readonly Listener[] {
  const read = (kind: 'execution' | 'task') =>
    listenersOf(kind, reader).flatMap((one) => readListener(one, reader.element, context) ?? []);
  const execution = read('execution');
  const isBefore = ({ side }: Listener) => side === 'before';
  return [
    ...execution.filter(isBefore),
    ...read('task'),
    ...execution.filter((listener) => !isBefore(listener)),
  ];
}

function listenersOf(kind: 'execution' | 'task', reader: ElementReader): readonly ElementReader[] {
  return [
    ...reader.extensions(`camunda:${kind}Listener`),
    ...reader.extensions(`flowable:${kind}Listener`),
    ...(reader.extension(`zeebe:${kind}Listeners`)?.children(`zeebe:${kind}Listener`) ?? []),
  ];
}

function readListener(reader: ElementReader, owner: XmlElement, context: Context): Listener | undefined {
  const kind = localName(reader.element.name) === 'taskListener' ? 'task' : 'execution';
  const named = (reader.attribute('event') ?? reader.attribute('eventType'))?.trim();
  const event = named || (owner.name === 'bpmn:sequenceFlow' ? 'take' : 'start');
  reader.attribute('id');
  const retries = reader.attribute('retries')?.trim();
  const action = readAction(reader, kind, context);
  const { place } = context.diagram.document;
  const refuse = (reason: string) => {
    const parameters = { listener: `${kind} listener (${event})`, element: describe(owner), reason };
    context.reporter.report('listener-not-supported', place.of(reader.element), parameters);
    return undefined;
  };
  if (typeof action === 'string') return refuse(action);
  const side = listenerSide({ kind, event }, owner, context.diagram);
  if ('reason' in side) return refuse(side.reason);
  return defined({
    event,
    side: side.side,
    action,
    retries: retries !== undefined && /^\d+$/.test(retries) ? Number(retries) : undefined,
    position: place.of(reader.element).position,
  });
}

function calling(implementation: string, reader: ElementReader, context: Context): ListenerAction {
  const fields = readListenerFields(reader, context);
  return { implementation, ...(fields.length > 0 && { fields }) };
}

/** What a listener does, or why that is not known. */
function readAction(
  reader: ElementReader,
  kind: 'execution' | 'task',
  context: Context,
): ListenerAction | string {
  const type = reader.attribute('type')?.trim(); // Zeebe's
  const implementation = reader.attribute('class')?.trim() || type;
  if (implementation) {
    return implementation.startsWith('=')
      ? 'its type is an expression'
      : calling(implementation, reader, context);
  }
  const delegate = reader.attribute('delegateExpression');
  if (delegate !== undefined) {
    const bean = beanOf(delegate);
    return bean === undefined ? `"${delegate}" is not the name of a bean` : calling(bean, reader, context);
  }
  const expression = extensionAttribute(reader, 'expression', context);
  if (expression) {
    const method = DELEGATE_METHOD.exec(expression.text)?.[1];
    return method === undefined ? { expression } : { implementation: method };
  }
  const child = reader.child('camunda:script');
  const script = child && readScriptText(child, child.attribute('scriptFormat'), context);
  if (!script) return 'it names no code';
  // The task is no variable: who holds it, and when it is due, is not in the script's hands.
  if (kind === 'task' && /\btask\s*\./.test(script.text)) return 'its script works on the task itself';
  return { script };
}
