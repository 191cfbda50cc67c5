import type { CalledDecision, ServiceTask } from '../../2-model/types';
import type { KnownDecision } from '../called-decisions';
import { call, object, quote, unawaited, type Doc } from '../doc';
import type { Emission } from '../emission';
import { attempted, rootOf } from '../expressions';
import { localsOf, withOutputs } from '../locals';
import type { Step } from '../step';

/** The call of a decision, in place: it sees all variables, as in the engines. */
export function decisionTask(node: ServiceTask, decision: KnownDecision, emission: Emission): Step {
  const { id, decision: called, resultVariable, outputs } = node;
  const { before, site, except } = localsOf(node, emission, { handsOver: false, seesAll: true });
  const options = called ? optionsOf(called, decision) : [];
  const work = call(
    emission.uses.use('decision'),
    quote(id),
    emission.decisions.reference(decision),
    rootOf(site, emission),
    ...(options.length > 0 ? [object(options)] : []),
  );
  const target = targetOf();
  const done = unawaited(attempted(work, {}, emission));
  const step: Step = { before, call: done.doc, awaited: done.awaited, ...target, except };
  // What Camunda 7 keeps for the mappings alone does not go out.
  const isLocal = target.target !== undefined && resultVariable === undefined;
  return withOutputs(step, isLocal ? { ...node, resultGoesOut: false } : node, site, emission);

  function targetOf(): Pick<Step, 'assigned' | 'target'> {
    if (called?.isMerged === true && resultVariable === undefined) return { assigned: true };
    // Camunda 7 has the result for output mappings under this name, and nowhere else.
    const target = resultVariable ?? (outputs && called?.form ? 'decisionResult' : undefined);
    return target === undefined ? {} : { target };
  }
}

/** What has to be said so that the result has the form that the task wants. */
function optionsOf({ form, required }: CalledDecision, decision: KnownDecision): (readonly [string, Doc])[] {
  const { outputs, isList } = decision.form;
  const [only, ...more] = outputs;
  const isOne = only !== undefined && more.length === 0;
  const isForm = {
    singleEntry: isOne && !isList,
    singleResult: !isOne && !isList,
    collectEntries: isOne && isList,
    resultList: !isOne && isList,
  };
  const options: (readonly [string, Doc])[] = [];
  if (form !== undefined && !isForm[form]) {
    options.push(['as', quote(form)]);
    const needsName = form === 'singleResult' || form === 'resultList';
    if (needsName && isOne) options.push(['output', quote(only)]);
  }
  if (required === true) options.push(['required', 'true']);
  return options;
}
