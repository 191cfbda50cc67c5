import { defined } from './defined';
import type { ElementReader } from './element-reader';

/**
 * The decision that a business rule task calls by its id: an activity of that name, which gives the decision's result as
 * the task is to store it. Which version of a decision an engine would take does not matter: the activity is deployed with
 * the process. Undefined if it calls none, or one whose id is an expression, which is left unread, and so reported.
 */
export function calledDecision(
  reader: ElementReader,
): { readonly implementation: string; readonly resultVariable?: string } | undefined {
  const called = reader.extension('zeebe:calledDecision');
  if (called)
    return decision(called, {
      id: 'decisionId',
      result: 'resultVariable',
      others: ['bindingType', 'versionTag'],
    });
  return decision(reader, {
    id: 'camunda:decisionRef',
    result: 'camunda:resultVariable',
    others: [
      'mapDecisionResult',
      'decisionRefBinding',
      'decisionRefVersion',
      'decisionRefVersionTag',
      'decisionRefTenantId',
    ].map((name) => `camunda:${name}`),
  });
}

function decision(
  reader: ElementReader,
  names: { readonly id: string; readonly result: string; readonly others: readonly string[] },
) {
  const id = reader.element.attributes.get(names.id)?.trim();
  if (!id || id.startsWith('=') || id.includes('{')) return undefined;
  for (const name of [names.id, ...names.others]) reader.attribute(name);
  return defined({ implementation: id, resultVariable: reader.attribute(names.result)?.trim() || undefined });
}
