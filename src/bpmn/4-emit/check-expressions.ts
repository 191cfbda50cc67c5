import type { Scope } from '../2-model/types';
import { stepOf } from './elements';
import { shadowedBy, type Emission } from './emission';
import { condition } from './expressions';
import { Uses } from './helpers';
import { stepLines } from './step-lines';
import { mappedSubProcess, ownNames } from './sub-process';
import { catchTrigger } from './triggers';

/**
 * Reports what is wrong with expressions wherever they stand: also those that no code is written for, because a region
 * is refused or a decision changes nothing. What is found here and again while writing is reported once.
 */
export function checkExpressions(emission: Emission): void {
  checkScope(emission.process, { ...emission, uses: new Uses(), compared: new Map(), functions: [] });
}

function checkScope({ nodes, flows }: Scope, emission: Emission): void {
  for (const { id, source, condition: expression } of flows) {
    if (expression) condition(expression, { element: id, root: 'vars' }, source, emission);
  }
  for (const node of nodes) {
    const step =
      node.kind === 'subProcess'
        ? mappedSubProcess(node, () => 'undefined', emission)
        : stepOf(node, emission);
    if (step) stepLines(step, emission, 0);
    if (node.kind === 'boundaryEvent' && node.trigger.kind !== 'error')
      catchTrigger(node.trigger, node.id, emission);
    if (node.kind === 'subProcess') {
      checkScope(node.scope, { ...emission, variables: shadowedBy(ownNames(node), emission.variables) });
    }
  }
}
