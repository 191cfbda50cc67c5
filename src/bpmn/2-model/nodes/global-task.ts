import type { XmlElement } from '../../1-parse/xml-element';
import { defined } from '../defined';
import { describe } from '../diagram';
import { type Context, type ElementReader, createElementReader } from '../element-reader';
import { activityBase } from '../node-base';
import type { Node } from '../types';
import { passTask } from './pass-task';
import { scriptTask } from './script-task';
import { serviceTask } from './service-task';
import { userTask } from './user-task';

type ReadTask = (reader: ElementReader, context: Context) => Node | undefined;

/** What a global task is where it is called. */
const TASKS: Readonly<Record<string, { readonly kind: Node['kind']; readonly read: ReadTask }>> = {
  'bpmn:GlobalTask': { kind: 'task', read: passTask },
  'bpmn:GlobalManualTask': { kind: 'manualTask', read: passTask },
  'bpmn:GlobalScriptTask': { kind: 'scriptTask', read: scriptTask },
  'bpmn:GlobalUserTask': { kind: 'userTask', read: userTask },
  'bpmn:GlobalBusinessRuleTask': { kind: 'businessRuleTask', read: serviceTask },
};

/**
 * A global task as a task in the place of the call: what it does is its own; where it stands, its boundary events, loop
 * and data are those of the call.
 */
export function inlinedGlobalTask(
  task: XmlElement,
  caller: ElementReader,
  context: Context,
): Node | undefined {
  const { diagram, reporter } = context;
  const entry = TASKS[task.type ?? ''];
  if (!entry) {
    const parameters = { element: describe(caller.element), detail: ` where it calls the ${describe(task)}` };
    reporter.report('element-not-supported', diagram.document.place.of(caller.element), parameters);
    return undefined;
  }
  const inner = task.parent === diagram.document.root ? context : placedAt(caller.element, context);
  const reader = createElementReader(task, inner);
  const node = entry.read(reader, inner);
  reader.finish();
  const call = activityBase(caller, context);
  return (
    node &&
    (defined({
      ...node,
      ...call,
      kind: entry.kind,
      name: call.name ?? node.name,
      documentation: call.documentation ?? node.documentation,
    }) as Node)
  );
}

/** What is wrong in an imported file is reported where it is called from: places of diagnostics are those of one file. */
function placedAt(caller: XmlElement, { diagram, reporter }: Context): Context {
  const where = diagram.document.place.of(caller);
  const place = { of: () => where, attribute: () => where, text: () => where };
  return { diagram: { ...diagram, document: { ...diagram.document, place } }, reporter };
}
