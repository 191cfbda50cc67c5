import type { CallActivity } from '../../2-model/types';
import { call, concat, object, quote, type Doc } from '../doc';
import type { Emission } from '../emission';
import { rootOf, value } from '../expressions';
import { localsOf, withOutputs, type Locals } from '../locals';
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
function taken(node: CallActivity, work: Doc, { before, site, except }: Locals, emission: Emission): Step {
  const { all, mappings } = node.takes;
  const isMappedByOutputs = node.outputs !== undefined && node.resultGoesOut !== true;
  if (mappings.length === 0) {
    const assigned = all || isMappedByOutputs;
    return withOutputs({ before, call: work, awaited: true, assigned, except }, node, site, emission);
  }
  const constant = emission.names.local(node, 'Result');
  const from = { element: node.id, root: constant };
  if (!all && !node.outputs) {
    return { before, call: work, awaited: true, outputs: { mappings, site: from, constant } };
  }
  const entries = mappedEntries(mappings, from, emission);
  const step: Step = {
    before: [...before, { name: constant, doc: concat('await ', work) }],
    call: object(all ? [['...', constant], ...entries] : entries),
    awaited: false,
    assigned: true,
    except,
  };
  return withOutputs(step, node, site, emission);
}
