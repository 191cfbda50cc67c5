import type { Process } from '../../../bpmn/2-model/types';
import { stepAnswering } from './conditions/code';
import { testOf } from './conditions/read';
import { solve } from './conditions/solve';
import { pathsIn } from './conditions/test';
import { isCondition, isExpression } from './mentions';
import { eachValue } from './walk';

/**
 * What the beans that conditions call answer, by the names of their steps (`Flow_Vip.isVip`), unless a draft wants something
 * else of them: such that no condition holds.
 */
export function usualAnswers(process: Process): ReadonlyMap<string, unknown> {
  const answers = new Map<string, unknown>();
  eachValue(process, (value, place) => {
    const test = isCondition(place) && isExpression(value) ? testOf(value, place.element) : undefined;
    if (!test || !pathsIn(test).some((path) => stepAnswering(path) !== undefined)) return true;
    for (const [path, answer] of solve([{ kind: 'not', of: test }]) ?? []) {
      const step = stepAnswering(path);
      if (step !== undefined) answers.set(step, answer);
    }
    return true;
  });
  return answers;
}
