import { type XmlElement, childOf, childrenOf } from '../../1-parse/xml-element';
import { defined } from '../defined';
import type { Context, ElementReader } from '../element-reader';
import { extensionAttribute } from '../expressions';
import type { Expression } from '../value-types';
import { readCamundaForm } from './camunda-form';
import type { Form } from './form';
import { readFormFields } from './form-fields';

const ENGINES = ['camunda', 'flowable'];
/** `camunda-forms:bpmn:UserTaskForm_1`: a form that is in the diagram. */
const EMBEDDED = /^camunda-forms:bpmn:(.+)$/;

/** The form of a user task or start event: its key or id, and what it gives, where the diagram itself says it. */
export interface ElementForm {
  readonly form?: Expression;
  readonly formById?: true;
  readonly formFields?: Form;
}

export function readForm(reader: ElementReader, context: Context): ElementForm {
  const { element } = reader;
  const { diagram, reporter } = context;
  const { place } = diagram.document;
  const { form, byId } = nameOfForm(reader, context);
  const own = readFormFields(reader);
  const id = form?.language === 'literal' ? EMBEDDED.exec(form.text)?.[1] : undefined;
  const embedded = id === undefined ? undefined : embeddedForm(element, id);
  const read = embedded && readCamundaForm(embedded.text);
  if (embedded && typeof read === 'string')
    reporter.report('form-unreadable', place.of(embedded), { form: form?.text ?? '', problem: read });
  const formFields = own ?? (typeof read === 'object' ? read : undefined);
  return defined({ form, formById: byId ? (true as const) : undefined, formFields });
}

/** A key, or an expression that gives one, and whether it is the id of a form of Camunda's. */
function nameOfForm(reader: ElementReader, context: Context) {
  const zeebe = reader.extension('zeebe:formDefinition');
  zeebe?.attribute('bindingType'); // which version of a form: here it is the one beside the diagram
  zeebe?.attribute('versionTag');
  for (const name of ['camunda:formRefBinding', 'camunda:formRefVersion']) reader.attribute(name);
  const ids = [
    zeebe && extensionAttribute(zeebe, 'formId', context),
    ...ENGINES.map((engine) => extensionAttribute(reader, `${engine}:formRef`, context)),
  ];
  const keys = [
    zeebe && extensionAttribute(zeebe, 'formKey', context),
    zeebe && extensionAttribute(zeebe, 'externalReference', context),
    ...ENGINES.map((engine) => extensionAttribute(reader, `${engine}:formKey`, context)),
  ];
  const isGiven = (value: Expression | undefined) => value !== undefined;
  const id = ids.find(isGiven);
  return { form: id ?? keys.find(isGiven), byId: id?.language === 'literal' };
}

/** `zeebe:userTaskForm` stands in the extensions of the process around. */
function embeddedForm(element: XmlElement, id: string): XmlElement | undefined {
  for (let at: XmlElement | undefined = element.parent; at; at = at.parent) {
    const extensions = childOf(at, 'bpmn:extensionElements');
    const forms = extensions ? childrenOf(extensions, 'zeebe:userTaskForm') : [];
    const form = forms.find(({ attributes }) => attributes.get('id') === id);
    if (form) return form;
  }
  return undefined;
}
