import type { Process } from '../../../bpmn/2-model/types';
import type { Code } from '../../../bpmn/4-emit/expressions/code';
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
    for (const step of reckonedWith(codeOf(value, place.element))) answers.set(step, 1);
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
function reckonedWith(code: Code | undefined): readonly string[] {
  const steps: string[] = [];
  eachValue(code, (value) => {
    const { kind, callee, args } = (value ?? {}) as Partial<Extract<Code, { kind: 'call' }>>;
    const [only] = args ?? [];
    const isNumber = kind === 'call' && callee?.kind === 'name' && callee.name === 'toNumber';
    if (isNumber && only?.kind === 'bean') steps.push(only.step);
    return true;
  });
  return steps;
}
