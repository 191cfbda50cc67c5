import type { Process } from '../../../bpmn/2-model/types';
import { partsOf, type Code } from '../../../bpmn/4-emit/expressions/code';
import { stepAnswering } from './conditions/code';
import { codeOf, testOf } from './conditions/read';
import { solve } from './conditions/solve';
import { pathsIn } from './conditions/test';
import { isCondition, isExpression } from './mentions';
import { eachValue } from './walk';

/**
 * What the beans that expressions call answer, by the names of their steps (`Flow_Vip.isVip`), unless a draft wants something
 * else of them: such that no condition holds, and numbers where something is reckoned with them.
 */
export function usualAnswers(process: Process): ReadonlyMap<string, unknown> {
  const answers = new Map<string, unknown>();
  eachValue(process, (value, place) => {
    if (!isExpression(value)) return true;
    const code = codeOf(value, place.element);
    for (const step of code ? reckonedWith(code) : []) answers.set(step, 1);
    const test = isCondition(place) ? testOf(value, place.element) : undefined;
    if (!test || !pathsIn(test).some((path) => stepAnswering(path) !== undefined)) return true;
    for (const [path, answer] of solve([{ kind: 'not', of: test }]) ?? []) {
      const step = stepAnswering(path);
      if (step !== undefined) answers.set(step, answer);
    }
    return true;
  });
  return answers;
}

/** The steps of beans whose answers code takes for numbers. */
function reckonedWith(code: Code): readonly string[] {
  return partsOf(code).flatMap((part) => {
    if (part.kind !== 'call' || part.callee.kind !== 'name' || part.callee.name !== 'toNumber') return [];
    const [only] = part.args;
    return only?.kind === 'bean' ? [only.step] : [];
  });
}
