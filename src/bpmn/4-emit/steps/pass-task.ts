import type { PassTask } from '../../2-model/types';
import { call, quote } from '../doc';
import type { Emission } from '../emission';
import { localsOf, withOutputs } from '../locals';
import type { Step } from '../step';

/** Nobody does anything, so only mappings have an effect. */
export function passTask(node: PassTask, emission: Emission): Step {
  const { before, site } = localsOf(node, emission, { handsOver: false });
  const work = call(emission.uses.use('pass'), quote(node.id));
  return withOutputs({ before, call: work, awaited: false }, node, site, emission);
}
