import type { ScriptTask } from '../../2-model/types';
import { call, object, quote, textBlock, type Doc } from '../doc';
import type { Emission } from '../emission';
import { kindOfScript, scriptOf } from '../scripts';
import type { Step } from '../step';

/** A script runs in the workflow if it can; else the user's activity `script` gets its source and the variables. */
export function scriptTask(node: ScriptTask, emission: Emission): Step {
  const { id, resultVariable } = node;
  const { uses } = emission;
  const kind = kindOfScript(node);
  if (kind.kind === 'inline') {
    const { body, awaited } = scriptOf(kind.script, node, emission);
    return {
      call: call(uses.use('script'), quote(id), body),
      awaited,
      ...(resultVariable !== undefined && { target: resultVariable }),
    };
  }
  const input: [string, Doc][] = [
    ...(kind.language !== undefined ? [['language', quote(kind.language)] as [string, Doc]] : []),
    ['source', textBlock(node.script.text)],
    ['variables', uses.use('vars')],
  ];
  const args = [quote(id), `${uses.useActivities()}.script`, object(input)];
  return {
    call: call(uses.use('task'), ...args),
    awaited: true,
    ...(resultVariable === undefined ? { assigned: true } : { target: resultVariable }),
  };
}
