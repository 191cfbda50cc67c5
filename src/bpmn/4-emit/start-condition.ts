import type { StartEvent } from '../2-model/types';
import { quote } from './doc';
import type { Emission } from './emission';
import { condition } from './expressions';
import { guarded, headLines, isTooLong } from './lines';

/** `if (vars.stock >= 10) throw notStarted('Start_Low');` */
export function startConditionLines(node: StartEvent, emission: Emission, indent: number): string[] {
  const { id } = node;
  if (!node.condition) return [];
  const { negated } = condition(node.condition, { element: id, root: 'vars' }, id, emission);
  const fails = `) throw ${emission.uses.use('notStarted')}(${quote(id)});`;
  const lines = headLines('if (', negated, fails, indent);
  return guarded(lines, indent, isTooLong(lines));
}
