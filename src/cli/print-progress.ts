import type { ElementState, FlowState } from '../bpmn/diagram-progress';
import type { RunProgress } from './run-progress';
import { table } from './table';

/** What a run has come by, in the order in which it did, then the sequence flows that it has taken. */
export function progressText({ run, process, status, diagram, elements, flows }: RunProgress): string {
  return [
    `${run}: ${process}, ${status.toLowerCase()}; ${diagram}`,
    table([['ELEMENT', 'NAME', 'STATE', ...COUNTS, 'FIRST', 'LAST'], ...elements.map(elementRow)]),
    table([['FLOW', 'NAME', 'FROM', 'TO', 'TAKEN'], ...flows.map(flowRow)]),
  ].join('\n\n');
}

const COUNTS = ['ENTERED', 'COMPLETED', 'CANCELLED', 'FAILED'];

function elementRow(element: ElementState): readonly string[] {
  const { id, name = '', state, firstEnteredAt = '', lastChangedAt = '' } = element;
  const { entered, completed, cancelled, failed } = element;
  const counts = [entered, completed, cancelled, failed].map((count) => (count === 0 ? '' : String(count)));
  return [id, oneLine(name), state === 'past' ? '' : state, ...counts, firstEnteredAt, lastChangedAt];
}

function flowRow({ id, name = '', source, target, taken, isUnsure }: FlowState): readonly string[] {
  return [id, oneLine(name), source, target, isUnsure ? `${taken}?` : String(taken)];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
