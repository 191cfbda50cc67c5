import type { StartEvent } from '../2-model/types';
import { call, quote } from './doc';
import type { Emission } from './emission';
import { stepLines } from './step-lines';
import { catchTrigger, hasPayload } from './triggers';

/** `assign(await waitForOthers('Start_Both', allOf(published('Ordered'), published('Paid'))));` */
export function gatheringLines(node: StartEvent, emission: Emission, indent: number): string[] {
  const { id, gathers } = node;
  if (!gathers) return [];
  const wait = call(emission.uses.use('waitForOthers'), quote(id), catchTrigger(gathers, id, emission));
  const brings = hasPayload(gathers) ? { assigned: true } : {};
  return stepLines({ call: wait, awaited: true, ...brings }, emission, indent);
}
