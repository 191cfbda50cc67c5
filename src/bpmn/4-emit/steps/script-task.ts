import type { ScriptTask } from '../../2-model/types';
import { call, quote, type Doc } from '../doc';
import type { Emission } from '../emission';
import { rootOf } from '../expressions';
import { localsOf, withOutputs } from '../locals';
import { inlineScript, scriptCall, scriptKind, scriptStep } from '../scripts';
import type { Step } from '../step';

/** A script runs in the workflow if it can; else the user's activity `script` gets its source and the variables. */
export function scriptTask(node: ScriptTask, emission: Emission): Step {
  const { id, script, resultVariable } = node;
  const kind = scriptKind(script);
  const hasResult = resultVariable !== undefined;
  const { before, site, except } = localsOf(node, emission, { handsOver: false, seesAll: true });
  if (kind.kind === 'activity') {
    const work = { call: scriptCall(id, script, site, emission), awaited: true };
    const result = hasResult ? { target: resultVariable } : { assigned: true, except };
    return withOutputs({ before, ...work, ...result }, node, site, emission);
  }
  // JavaScript is given variables: those of the process, unless there are some of its own or of its scope.
  const own = kind.script.language === 'javascript' && (site.root !== 'vars' || emission.variables.shadowed);
  const { body, awaited } = inlineScript(kind.script, { hasResult, own }, site, emission);
  const args: Doc[] = [quote(id), body, ...(own ? [rootOf(site, emission)] : [])];
  const work = scriptStep(call(emission.uses.use('script'), ...args), awaited, emission);
  const result = hasResult ? { target: resultVariable } : {};
  return withOutputs({ before, ...work, ...result }, node, site, emission);
}
