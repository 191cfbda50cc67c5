import { localName } from '../../1-parse/namespaces';
import { type XmlElement, childrenOf, idOf } from '../../1-parse/xml-element';
import { defined } from '../defined';
import { dialectOf } from '../dialect';
import { type Diagram, describe, isExecutable } from '../diagram';
import type { Context, ElementReader } from '../element-reader';
import { extensionAttribute } from '../expressions';
import { readCallData } from '../mappings/call';
import { activityBase } from '../node-base';
import type { CallActivity, CalledProcess, Node } from '../types';
import type { Expression } from '../value-types';
import { inlinedGlobalTask } from './global-task';

/** Versions that engines choose between, which are one here: the build that the worker runs. */
const SAME_BUILD = new Set(['', 'latest', 'deployment']);

/** A call of another process; that of a global task is the task itself. */
export function callActivity(reader: ElementReader, context: Context): Node | undefined {
  const target = context.diagram.referred(reader.element, 'calledElement');
  if (context.diagram.document.isA(target?.type, 'bpmn:GlobalTask') && target) {
    reader.attribute('calledElement');
    return inlinedGlobalTask(target, reader, context);
  }
  const base = activityBase(reader, context);
  const data = readCallData(reader, base, context);
  noteBinding(reader, context);
  const called = readCalled(reader, target, context);
  return called && defined({ kind: 'callActivity', ...base, called, ...data });
}

function readCalled(
  reader: ElementReader,
  target: XmlElement | undefined,
  context: Context,
): CallActivity['called'] | undefined {
  const { diagram, reporter } = context;
  const { element } = reader;
  if (target && !isNamesake(target, diagram)) {
    reader.attribute('calledElement');
    return calledIn(target, element, context);
  }
  const named = zeebeProcess(reader, context) ?? extensionAttribute(reader, 'calledElement', context);
  if (named) return named.language === 'literal' ? Object.freeze({ id: localName(named.text) }) : named;

  const isCase = element.attributes.has('camunda:caseRef');
  const where = diagram.document.place.of(element);
  if (isCase) {
    reader.attribute('camunda:caseRef');
    reporter.report('element-not-supported', where, {
      element: describe(element),
      detail: ': it calls a case',
    });
  } else reporter.report('call-missing', where, { element: describe(element) });
  return undefined;
}

/**
 * Whether an element just happens to have the id that is called, as a call activity often has that of its process: to
 * engines, called elements are the keys of processes.
 */
function isNamesake({ type }: XmlElement, { dialect }: Diagram): boolean {
  return type !== 'bpmn:Process' && dialect !== 'bpmn' && dialect !== 'signavio';
}

function zeebeProcess(reader: ElementReader, context: Context): Expression | undefined {
  const zeebe = reader.extension('zeebe:calledElement');
  const process = zeebe && extensionAttribute(zeebe, 'processId', context);
  // The engine does not look at BPMN's attribute; one that says something else is left unread, and so reported.
  if (process?.text === reader.element.attributes.get('calledElement')) reader.attribute('calledElement');
  return process;
}

/** What a reference leads to, in the file or in one that is imported. */
function calledIn(
  target: XmlElement,
  caller: XmlElement,
  { diagram, reporter }: Context,
): CalledProcess | undefined {
  const { document } = diagram;
  const where = document.place.attribute(caller, 'calledElement');
  const parameters = { element: describe(caller), called: describe(target) };
  if (target.type !== 'bpmn:Process') {
    reporter.report('call-target', where, parameters);
    return undefined;
  }
  if (!isExecutable(target, diagram.dialect)) {
    reporter.report('call-not-executable', where, parameters);
    return undefined;
  }
  const id = idOf(target) ?? '';
  const file = document.imported.find(({ root }) => root === target.parent);
  return defined({
    id,
    imported: file && Object.freeze({ path: file.path, processes: executableIn(file.root) }),
  });
}

/** Ids of the executable processes of a file. */
function executableIn(root: XmlElement): readonly string[] {
  return Object.freeze(
    childrenOf(root, 'bpmn:process')
      .filter((process) => isExecutable(process, dialectOf(root)))
      .map((process) => idOf(process) ?? ''),
  );
}

/** Which of several deployed versions is called: here there is one, so a certain one is mentioned. */
function noteBinding(reader: ElementReader, { diagram, reporter }: Context): void {
  const { element } = reader;
  const zeebe = reader.extension('zeebe:calledElement');
  const owners = [
    { owner: reader, binding: 'camunda:calledElementBinding', version: 'camunda:calledElementVersion' },
    { owner: reader, binding: 'camunda:calledElementBinding', version: 'camunda:calledElementVersionTag' },
    ...(zeebe ? [{ owner: zeebe, binding: 'bindingType', version: 'versionTag' }] : []),
  ];
  for (const { owner, binding, version } of owners) {
    const bound = owner.attribute(binding)?.trim() ?? '';
    const wanted = owner.attribute(version)?.trim();
    if (SAME_BUILD.has(bound) || !wanted) continue;
    const parameters = { element: describe(element), version: wanted };
    reporter.report('call-version', diagram.document.place.attribute(owner.element, version), parameters);
  }
  // Several processes of one deployment are one build here; keys are ids.
  reader.attribute('flowable:sameDeployment');
  if (reader.element.attributes.get('drools:waitForCompletion')?.trim() === 'true')
    reader.attribute('drools:waitForCompletion');
  if (reader.element.attributes.get('flowable:calledElementType')?.trim() === 'key')
    reader.attribute('flowable:calledElementType');
}
