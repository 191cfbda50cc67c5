import type { CalledDecision, ServiceTask } from '../2-model/types';
import { workOf } from '../2-model/work-of';
import { didYouMean } from '../../shared/did-you-mean';
import type { KnownDecision } from './called-decisions';
import type { Emission } from './emission';
import { allElements } from './process-file';

/** Tasks whose decision is not there, or cannot give what they want. */
export function checkDecisions(emission: Emission): void {
  for (const node of allElements(emission.body).map(workOf)) {
    if (!('implementation' in node) || !node.decision) continue;
    const known = emission.decisions.find(node);
    if (known) checkForm(node, node.decision, known, emission);
    else if (node.decision.isDeclared === true) warnOfUnknown(node, node.decision, emission);
  }
}

function warnOfUnknown(
  { id, position }: ServiceTask,
  decision: CalledDecision,
  { decisions: { ids }, reporter }: Emission,
): void {
  if (!ids || ids.length === 0) return;
  const hint = () => didYouMean(decision.id, ids);
  reporter.report('decision-unknown', { element: id, position }, { id: decision.id }, { hint });
}

function checkForm(
  { id, position }: ServiceTask,
  { form }: CalledDecision,
  known: KnownDecision,
  { reporter }: Emission,
): void {
  const { outputs } = known.form;
  if ((form !== 'singleEntry' && form !== 'collectEntries') || outputs.length === 1) return;
  const problem = `it has ${outputs.length} outputs, ${outputs.join(', ')}`;
  reporter.report('decision-form', { element: id, position }, { id: known.id, form, problem });
}
