import { formIdIn, readCamundaForm } from '../2-model/forms/camunda-form';
import type { FieldType, Form, FormField, Scalar } from '../2-model/forms/form';
import type { Process, StartEvent, UserTask } from '../2-model/types';
import { label } from '../diagnostics/label';
import type { Reporter } from '../diagnostics/reporter';
import { array, call, chain, object, quote, type Doc } from './doc';
import { allNodes } from '../3-structure/scope-parts';

/** A form of Camunda's: the text of a `*.form` file. */
export interface FormFile {
  readonly file: string;
  readonly text: string;
}

/**
 * The forms of the user tasks of a process and of its start event, by their ids: those in the diagram and those of files
 * that it names.
 */
export function formsOf(
  process: Process,
  files: readonly FormFile[],
  reporter: Reporter,
): ReadonlyMap<string, Form> {
  const forms = new Map<string, Form>();
  for (const node of allNodes(process)) {
    if (node.kind !== 'userTask' && node.kind !== 'startEvent') continue;
    const form = node.formFields ?? formFromFile(node, files, reporter);
    if (!form) continue;
    // A process that also begins otherwise is also given other data.
    const isOneOfSeveral = node.kind === 'startEvent' && !startsAlone(node, process);
    if (!isOneOfSeveral) forms.set(node.id, form);
    const unchecked = isOneOfSeveral ? ['all of it, for the process also starts otherwise'] : form.unchecked;
    for (const what of unchecked) {
      const parameters = { element: label(node.kind, node.name, node.id), what };
      reporter.report('form-unchecked', placeOf(node), parameters);
    }
  }
  return forms;
}

function startsAlone(start: StartEvent, { nodes }: Process): boolean {
  const others = nodes.filter(
    (node) => node !== start && (node.kind === 'startEvent' || 'startedBy' in node),
  );
  return others.length === 0 && !start.startedBy;
}

function formFromFile(
  node: UserTask | StartEvent,
  files: readonly FormFile[],
  reporter: Reporter,
): Form | undefined {
  if (node.form?.language !== 'literal') return undefined;
  const { text: name } = node.form;
  const base = name.slice(name.lastIndexOf(':') + 1);
  const found = files.find(({ file, text }) => isNamed(file, base) || formIdIn(text) === name);
  if (!found) {
    if (node.formById || base.endsWith('.form'))
      reporter.report('form-missing', placeOf(node), {
        element: label(node.kind, node.name, node.id),
        form: name,
      });
    return undefined;
  }
  const form = readCamundaForm(found.text);
  if (typeof form === 'object') return form;
  reporter.report('form-unreadable', placeOf(node), { form: found.file, problem: form });
  return undefined;
}

/** `forms/approve.form` names `approve.form`. */
function isNamed(file: string, name: string): boolean {
  const last = (path: string) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name.endsWith('.form') && last(file) === last(name);
}

function placeOf({ id, position }: UserTask | StartEvent) {
  return { element: id, position };
}

/** The zod schema of what a form gives; what is in no field is not taken, unless it is said. */
export function schemaDoc({ fields }: Pick<Form, 'fields'>, takes: 'fields' | 'anything' = 'fields'): Doc {
  return call(
    takes === 'fields' ? 'z.object' : 'z.looseObject',
    object(fields.map((field) => [field.key, fieldDoc(field)])),
  );
}

type Calls = Parameters<typeof chain>[1];

function fieldDoc(field: FormField): Doc {
  const { required, label: title, type, default: given } = field;
  const rest: Calls = [
    ...(required ? [] : [whereLeftOut(given)]),
    ...(title === undefined ? [] : [{ name: 'meta', args: [object([['title', quote(title)]])] }]),
  ];
  const { head = 'z', calls } = typeCalls(type, required);
  return chain(head, [...calls, ...rest]);
}

function whereLeftOut(given: Scalar | undefined): Calls[number] {
  return given === undefined ? { name: 'optional', args: [] } : { name: 'default', args: [scalar(given)] };
}

function scalar(value: Scalar): string {
  return typeof value === 'string' ? quote(value) : String(value);
}

/** `z.string().min(1)`: forms send empty texts for fields that were left empty. */
function typeCalls(type: FieldType, required: boolean): { readonly head?: string; readonly calls: Calls } {
  switch (type.kind) {
    case 'text':
      return textCalls(type, required);
    case 'number':
      return {
        calls: [
          { name: type.integer ? 'int' : 'number', args: [] },
          ...(type.min === undefined ? [] : [{ name: 'min', args: [String(type.min)] }]),
          ...(type.max === undefined ? [] : [{ name: 'max', args: [String(type.max)] }]),
        ],
      };
    case 'boolean':
      return { calls: [required ? { name: 'literal', args: ['true'] } : { name: 'boolean', args: [] }] };
    case 'choice':
      return { calls: [oneOf(type.values)] };
    case 'choices': {
      const items: Doc = type.values ? chain('z', [oneOf(type.values)]) : 'z.any()';
      return {
        calls: [
          { name: 'array', args: [items], isLong: type.values !== undefined },
          ...(required ? [{ name: 'min', args: ['1'] }] : []),
        ],
      };
    }
    case 'date':
      return { head: 'z.iso', calls: [{ name: 'date', args: [] }] };
    case 'time':
      return { calls: [{ name: 'string', args: [] }, regex(`^${TIME}$`)] };
    case 'dateTime':
      return { calls: [{ name: 'string', args: [] }, regex(`^${DATE}T${TIME}$`)] };
    case 'object':
      return {
        calls: [{ name: 'object', args: [object(type.fields.map((one) => [one.key, fieldDoc(one)]))] }],
      };
    case 'list':
      return { calls: [{ name: 'array', args: [schemaDoc(type)] }] };
    case 'any':
      return { calls: [{ name: 'any', args: [] }] };
  }
}

function textCalls(
  type: Extract<FieldType, { kind: 'text' }>,
  required: boolean,
): ReturnType<typeof typeCalls> {
  const { minLength = 0, maxLength, pattern, format } = type;
  const shortest = required ? Math.max(1, minLength) : minLength;
  const rules: Calls = [
    ...(shortest > 0 && format === undefined ? [{ name: 'min', args: [String(shortest)] }] : []),
    ...(maxLength === undefined ? [] : [{ name: 'max', args: [String(maxLength)] }]),
    ...(pattern === undefined ? [] : [regex(pattern)]),
  ];
  const orEmpty = !required && (shortest > 0 || pattern !== undefined || format !== undefined);
  return {
    calls: [
      { name: format ?? 'string', args: [] },
      ...rules,
      ...(orEmpty ? [{ name: 'or', args: ["z.literal('')"] }] : []),
    ],
  };
}

function oneOf(values: readonly Scalar[] | undefined): Calls[number] {
  if (!values) return { name: 'any', args: [] };
  const docs = values.map(scalar);
  const name = values.every((value) => typeof value === 'string') ? 'enum' : 'literal';
  return { name, args: [array(docs)] };
}

const DATE = '\\d{4}-\\d{2}-\\d{2}';
/** As Camunda's forms send it: `09:30`, `09:30Z`, `09:30:00+01:00`. */
const TIME = '\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})?';

function regex(source: string): Calls[number] {
  const text = `/${new RegExp(source).source}/`;
  return { name: 'regex', args: [text], isLong: source.length > 5 };
}
