import type { XmlElement } from '../1-parse/xml-element';
import type { ElementReader } from './element-reader';
import type { ConditionalTrigger, VariableChange } from './trigger-types';

const CHANGES: readonly VariableChange[] = ['create', 'update', 'delete'];

/**
 * `camunda:variableName` and `camunda:variableEvents` of a conditional event: the changes after which Camunda 7 looks at
 * its condition. At the start of a process, and without a variable, they are left unread, and so reported.
 */
export function watchedVariable(
  definition: ElementReader,
  event: XmlElement,
): Pick<ConditionalTrigger, 'variable' | 'changes'> {
  const { attributes } = definition.element;
  const variable = attributes.get('camunda:variableName')?.trim();
  if (!variable || startsProcess(event)) return {};
  definition.attribute('camunda:variableName');
  const named = (attributes.get('camunda:variableEvents') ?? '').split(',').map((name) => name.trim());
  const changes = CHANGES.filter((change) => named.includes(change));
  if (changes.length === 0) return { variable };
  if (changes.length === named.length) definition.attribute('camunda:variableEvents');
  return { variable, changes: Object.freeze(changes) };
}

function startsProcess({ name, parent }: XmlElement): boolean {
  return name === 'bpmn:startEvent' && parent?.name === 'bpmn:process';
}
