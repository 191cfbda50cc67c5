import type { Form } from '../2-model/forms/form';
import type { Node, UserTask } from '../2-model/types';
import { aroundIt } from '../3-structure/scope-parts';
import type { StructuredScope } from '../3-structure/tree';
import { caughtNames, usedSchemas } from './caught-names';
import { docComment } from './comments';
import { array, isPlainKey, object, quote, type Doc } from './doc';
import type { Emission } from './emission';
import { schemaDoc } from './forms';
import { statementLines } from './lines';
import { startFormOf } from './start-form';
import { startsOf } from './starts';
import { listenerSteps } from './task-listeners';
import { workerStep } from './ad-hoc';

/** What the file of the schemas exports, as far as it is used. */
export interface Schemas {
  readonly module: string;
  /** Element ids of user tasks whose completion has a schema. */
  readonly tasks: ReadonlySet<string>;
  /** Names of messages and of signals whose payload has a schema. */
  readonly messages: ReadonlySet<string>;
  readonly broadcasts: ReadonlySet<string>;
}

/** The diagram's file name, and what its contracts share. */
interface File {
  readonly name: string;
  readonly deployment?: string;
  readonly inbox?: boolean;
  readonly onlyAssignee?: boolean;
}

/** `<name>.process.ts`: the contract of each process, for clients and workflow alike. */
export function processFile(
  file: File,
  emissions: readonly Emission[],
  schemas: Schemas | undefined,
): string {
  const contracts = emissions.map((emission) => contractLines(emission, file, schemas));
  const usesTasks = emissions.some(({ body }) =>
    allElements(body).some(({ id, kind }) => kind === 'userTask' && schemas?.tasks.has(id)),
  );
  const usesForms = emissions.some(
    (emission) =>
      (!schemas && startFormOf(emission)) ||
      allElements(emission.body).some(
        ({ id, kind }) => kind === 'userTask' && emission.forms.has(id) && !schemas?.tasks.has(id),
      ),
  );
  const used = new Set(
    emissions.flatMap(({ body }) => (schemas ? usedSchemas(allElements(body), schemas) : [])),
  );
  const names = [
    'Variables',
    ...['broadcasts', 'messages'].filter((name) => used.has(name as 'messages')),
    ...(usesTasks ? ['tasks'] : []),
  ];
  const lines = [
    "import { defineProcess } from 'batonflow/contract';",
    ...(usesForms ? ["import { z } from 'zod';"] : []),
    ...(schemas ? [`import { ${names.join(', ')} } from ${quote(schemas.module)};`] : []),
    ...contracts.flatMap((lines) => ['', ...lines]),
  ];
  return `${lines.join('\n')}\n`;
}

function contractLines(
  { process, body, functionName, forms, incidents }: Emission,
  { name: file, deployment, inbox, onlyAssignee }: File,
  schemas: Schemas | undefined,
): string[] {
  const title = process.name?.replace(/\s+/g, ' ').trim();
  const elements = allElements(body);
  const tasks = elements.filter((node) => node.kind === 'userTask');
  const entries: [string, Doc][] = [['type', quote(functionName)]];
  if (deployment !== undefined) entries.push(['deployment', quote(deployment)]);
  if (title) entries.push(['name', quote(title)]);
  if (process.documentation?.trim()) entries.push(['description', quote(process.documentation.trim())]);
  if (typeof incidents === 'boolean') entries.push(['incidents', String(incidents)]);
  if (typeof incidents === 'object') entries.push(['incidents', array(incidents.map(quote))]);
  const startForm = startFormOf({ process, forms });
  if (schemas) entries.push(['input', 'Variables']);
  else if (startForm) entries.push(['startForm', schemaDoc(startForm, 'anything')]);
  entries.push(...caughtNames(elements, schemas));
  if (tasks.length > 0)
    entries.push([
      'tasks',
      object(tasks.map((task) => [task.id, taskSpec(task, schemas, forms.get(task.id))])),
    ]);
  if (tasks.length > 0 && inbox) entries.push(['inbox', 'true']);
  if (tasks.length > 0 && onlyAssignee) entries.push(['onlyAssignee', 'true']);
  const starts = startsOf(process);
  if (starts) entries.push(['starts', starts]);
  entries.push(['elements', object(elements.flatMap(elementInfos))]);

  const spec: Doc = { kind: 'call', callee: 'defineProcess', args: [object(entries)] };
  return [
    ...docComment([`Contract of ${title || process.id}. Generated from ${file}, as the workflow is.`], 0),
    ...statementLines(spec, 0, `export const ${functionName} = `),
  ];
}

function taskSpec(
  { id, name, documentation }: UserTask,
  schemas: Schemas | undefined,
  form: Form | undefined,
): Doc {
  const entries: [string, Doc][] = [];
  if (name?.trim()) entries.push(['name', quote(oneLine(name))]);
  if (documentation?.trim()) entries.push(['description', quote(documentation.trim())]);
  if (schemas?.tasks.has(id))
    entries.push(['result', isPlainKey(id) ? `tasks.${id}` : `tasks[${quote(id)}]`]);
  else if (form) entries.push(['result', schemaDoc(form)]);
  return object(entries);
}

/** The step that decides what is done next in an ad-hoc sub-process. */
function workerInfo({ id, name = id }: Node): [string, Doc] {
  return [
    workerStep(id),
    object([
      ['name', quote(`${oneLine(name)}: worker`)],
      ['kind', quote('serviceTask')],
    ]),
  ];
}

/** An element, and the steps that its listeners are. */
function elementInfos(node: Node): [string, Doc][] {
  const listeners = node.kind === 'userTask' ? listenerSteps(node) : [];
  const isDecided = node.kind === 'subProcess' && node.adHoc?.worker !== undefined;
  return [
    [node.id, elementInfo(node)],
    ...(isDecided ? [workerInfo(node)] : []),
    ...listeners.flatMap(({ id, listener: { action, named } }): [string, Doc][] =>
      'implementation' in action
        ? [
            [
              id,
              object([
                ['name', quote(`${oneLine(node.name ?? node.id)}: ${named} listener`)],
                ['kind', quote('serviceTask')],
              ]),
            ],
          ]
        : [],
    ),
  ];
}

function elementInfo(node: Node): Doc {
  const { name, kind } = node;
  return object([
    ...(name?.trim() ? [['name', quote(oneLine(name))] as [string, Doc]] : []),
    ['kind', quote('transaction' in node ? 'transaction' : 'adHoc' in node ? 'adHocSubProcess' : kind)],
  ]);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** In reading order, what is in a sub-process after it. */
export function allElements(scope: StructuredScope): Node[] {
  const inner = new Map<string, StructuredScope>(scope.inner.map((one) => [one.scope.id, one]));
  const nodes = scope.order.flatMap((node) => {
    const inside = inner.get(node.id);
    return inside ? [node, ...allElements(inside)] : [node];
  });
  return [
    ...nodes,
    ...scope.events.flatMap(({ node, inner }) => aroundIt(node, node, ...allElements(inner))),
  ];
}
