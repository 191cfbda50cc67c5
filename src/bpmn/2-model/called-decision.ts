import { childOf, type XmlElement } from '../1-parse/xml-element';
import { defined } from './defined';
import type { ElementReader } from './element-reader';
import type { CalledDecision } from './types';

/** The decision that a task calls: its id is also the name of the activity that stands for it where it is not known. */
interface Called {
  readonly implementation: string;
  readonly decision: CalledDecision;
  readonly resultVariable?: string;
}

/**
 * The decision that a task calls by its id. Which version of it an engine would take does not matter: it is deployed with
 * the process. Undefined if the task calls none, or one whose id is an expression, which is left unread, and so reported.
 */
export function calledDecision(reader: ElementReader): Called | undefined {
  return fromZeebe(reader) ?? fromCamunda(reader) ?? fromFlowable(reader);
}

function fromZeebe(reader: ElementReader): Called | undefined {
  const called = reader.extension('zeebe:calledDecision');
  const id = called && plainId(called.element.attributes.get('decisionId'));
  if (!called || id === undefined) return undefined;
  for (const name of ['decisionId', 'bindingType', 'versionTag']) called.attribute(name);
  const resultVariable = called.attribute('resultVariable')?.trim() || undefined;
  return defined({ implementation: id, decision: { id, isDeclared: true }, resultVariable });
}

const IGNORED = ['decisionRefBinding', 'decisionRefVersion', 'decisionRefVersionTag', 'decisionRefTenantId'];
const FORMS = ['singleEntry', 'singleResult', 'collectEntries', 'resultList'] as const;

/** Without a variable for it, the result is there for output mappings only. */
function fromCamunda(reader: ElementReader): Called | undefined {
  const id = plainId(reader.element.attributes.get('camunda:decisionRef'));
  if (id === undefined) return undefined;
  for (const name of ['decisionRef', ...IGNORED]) reader.attribute(`camunda:${name}`);
  const mapper = reader.attribute('camunda:mapDecisionResult')?.trim();
  const form = FORMS.find((one) => one === mapper) ?? 'resultList';
  const resultVariable = reader.attribute('camunda:resultVariable')?.trim() || undefined;
  return defined({ implementation: id, decision: { id, form, isDeclared: true }, resultVariable });
}

/** Flowable writes the outputs into the variables. */
function fromFlowable(reader: ElementReader): Called | undefined {
  if (reader.element.attributes.get('flowable:type') !== 'dmn') return undefined;
  const fields = decisionFields(reader.element);
  const id = plainId(fields.get('decisionTableReferenceKey') ?? fields.get('decisionServiceReferenceKey'));
  if (id === undefined) return undefined;
  reader.attribute('flowable:type');
  const required = fields.get('decisionTaskThrowErrorOnNoHits') === 'true' || undefined;
  const decision = defined({ id, form: 'singleResult', isDeclared: true, isMerged: true, required });
  return { implementation: id, decision };
}

/** What Flowable wants to know of a decision, which is no value that goes along. */
const DECISION_FIELDS: ReadonlySet<string> = new Set([
  'decisionTableReferenceKey',
  'decisionServiceReferenceKey',
  'decisionTaskThrowErrorOnNoHits',
  'fallbackToDefaultTenant',
  'sameDeployment',
]);

export function isDecisionField(task: XmlElement, name: string): boolean {
  return task.attributes.get('flowable:type') === 'dmn' && DECISION_FIELDS.has(name);
}

function decisionFields(task: XmlElement): ReadonlyMap<string, string> {
  const fields = childOf(task, 'bpmn:extensionElements')?.children ?? [];
  return new Map(
    fields
      .filter(({ name }) => name === 'flowable:field')
      .map((field) => {
        const inner = childOf(field, 'flowable:string') ?? childOf(field, 'flowable:expression');
        const value =
          inner?.text ?? field.attributes.get('stringValue') ?? field.attributes.get('expression');
        return [field.attributes.get('name') ?? '', value?.trim() ?? ''];
      }),
  );
}

/** An id that is no expression. */
function plainId(written: string | undefined): string | undefined {
  const id = written?.trim();
  return !id || id.startsWith('=') || id.includes('{') ? undefined : id;
}

/** Whatever a business rule task calls in plain BPMN: a decision if there is one of that id, else an activity. */
export function undeclaredDecision({ name }: XmlElement, id: string): CalledDecision | undefined {
  if (name !== 'bpmn:businessRuleTask') return undefined;
  return { id, form: 'singleResult', isMerged: true };
}
