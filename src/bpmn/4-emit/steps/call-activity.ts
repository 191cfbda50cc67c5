import type { CallActivity, CallResult, Mapping } from '../../2-model/types';
import { call, concat, object, quote, type Doc } from '../doc';
import type { Emission } from '../emission';
import { rootOf, value, type Site } from '../expressions';
import { localsOf, nameIn, withOutputs, type Locals } from '../locals';
import { mappedEntries } from '../mappings';
import type { Step } from '../step';

/** A call of another process, with what it is given and what comes back. */
export function callActivity(node: CallActivity, emission: Emission): Step {
  const { called, businessKey, gives } = node;
  const locals = localsOf(node, emission, {
    handsOver: gives.variables !== 'none',
    values: [
      ...('language' in called ? [called] : []),
      businessKey,
      ...gives.mappings.map(({ source }) => source),
    ],
  });
  const process =
    'language' in called ? value(called, locals.site, emission) : emission.callees.reference(called);
  const options: Doc[] = businessKey
    ? [object([['businessKey', value(businessKey, locals.site, emission)]])]
    : [];
  const args = [quote(node.id), process, inputOf(node, locals, emission), ...options];
  return taken(node, call(emission.uses.use('call'), ...args), locals, emission);
}

/** `vars`, `{ orderId: vars.id }`, or one laid over the other. */
function inputOf({ gives }: CallActivity, { site, input }: Locals, emission: Emission): Doc {
  const mapped = mappedEntries(gives.mappings, site, emission);
  const own = gives.variables === 'none' || site.root !== 'vars' ? undefined : input;
  const inPlace = typeof own === 'object' && own.kind === 'object' ? own.entries : [];
  if (gives.variables === 'all') {
    const all = rootOf(site, emission);
    return inPlace.length + mapped.length === 0 ? all : object([['...', all], ...inPlace, ...mapped]);
  }
  const alone = gives.variables === 'own' && inPlace.length === 0 ? input : undefined;
  if (alone === undefined) return object([...inPlace, ...mapped]);
  return mapped.length === 0 ? alone : object([['...', alone], ...mapped]);
}

/** What becomes of the result: all of it goes into the variables, or what is mapped, or nothing. */
function taken(node: CallActivity, work: Doc, locals: Locals, emission: Emission): Step {
  const { before, site } = locals;
  const { all, mappings, kept } = node.takes;
  const except = all ? ownNames(node) : locals.except;
  const isMappedByOutputs = node.outputs !== undefined && node.resultGoesOut !== true;
  if (kept && node.outputs) return keptStep(node, { kept, outputs: node.outputs }, work, locals, emission);
  if (mappings.length === 0) {
    const assigned = all || isMappedByOutputs;
    return withOutputs({ before, call: work, awaited: true, assigned, except }, node, site, emission);
  }
  const constant = emission.names.local(node, 'Result');
  const from = { element: node.id, root: constant };
  if (!all && !node.outputs) {
    const own = new Set(ownNames(node));
    const leaving = mappings.filter(({ target }) => !own.has(nameIn(target)));
    return { before, call: work, awaited: true, outputs: { mappings: leaving, site: from, constant } };
  }
  const step: Step = {
    before: [...before, { name: constant, doc: concat('await ', work) }],
    call: resultOf(node.takes, constant, from, emission),
    awaited: false,
    assigned: true,
    except,
  };
  return withOutputs(step, node, site, emission);
}

/** What a result brings, from the constant that has it. */
function resultOf({ all, mappings }: CallResult, constant: string, from: Site, emission: Emission): Doc {
  const entries = mappedEntries(mappings, from, emission);
  return object(all ? [['...', constant], ...entries] : entries);
}

/** Outputs see what is kept for them over everything else; no variable outside takes it. */
function keptStep(
  node: CallActivity,
  { kept, outputs: mappings }: { readonly kept: CallResult; readonly outputs: readonly Mapping[] },
  work: Doc,
  { before, site, except }: Locals,
  emission: Emission,
): Step {
  const { names, uses } = emission;
  const constant = names.local(node, 'Result');
  const from = { element: node.id, root: constant };
  const own = names.local(node, 'Kept');
  const result = { name: constant, doc: concat('await ', work) };
  const layer = call(uses.use('local'), rootOf(site, emission), resultOf(kept, constant, from, emission));
  const outputs = { mappings, site: { element: node.id, root: own } };
  if (!node.takes.all && node.takes.mappings.length === 0) {
    return {
      before: [...before, result],
      call: layer,
      awaited: false,
      outputs: { ...outputs, constant: own },
    };
  }
  return {
    before: [...before, result, { name: own, doc: layer }],
    call: resultOf(node.takes, constant, from, emission),
    awaited: false,
    assigned: true,
    except,
    outputs,
  };
}

/** The variables that the call has of its own: what comes back under their names stays with it. */
function ownNames({ inputs = [] }: CallActivity): readonly string[] {
  return inputs.map(({ target }) => nameIn(target));
}
