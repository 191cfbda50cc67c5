import { process } from '../../diagram';
import { E, line, S, testRules } from './rule-cases';

const UNDO = (activity: string) =>
  `<boundaryEvent id="B_${activity}" attachedToRef="${activity}"><compensateEventDefinition/></boundaryEvent>` +
  `<task id="Undo_${activity}" isForCompensation="true"/>` +
  `<association id="X_${activity}" sourceRef="B_${activity}" targetRef="Undo_${activity}"/>`;
const THROW = (id: string, reference = '') =>
  `<intermediateThrowEvent id="${id}"><compensateEventDefinition ${reference}/></intermediateThrowEvent>`;
const inner = (id: string, body: string, tag = 'subProcess', attributes = '') =>
  `<${tag} id="${id}" ${attributes}>${body}</${tag}>`;
const handled = (definition: string, body: string) =>
  `<startEvent id="S3">${definition}</startEvent>${body}<endEvent id="E3"/>`;
const eventSubProcess = (definition: string, body: string) =>
  inner('H', handled(definition, body), 'subProcess', 'triggeredByEvent="true"');
const SUB = `<startEvent id="S2"/><task id="T"/>${UNDO('T')}<endEvent id="E2"/>${line('S2', 'T', 'E2')}`;
const CANCEL_END = '<endEvent id="C"><cancelEventDefinition/></endEvent>';
const CANCEL_BOUNDARY =
  '<boundaryEvent id="BC" attachedToRef="X"><cancelEventDefinition/></boundaryEvent><task id="Y"/>' +
  line('BC', 'Y', 'E');

testRules({
  'compensation-never': {
    broken: [
      [
        process(S + '<task id="T"/>' + UNDO('T') + E + line('S', 'T', 'E')),
        ['warning compensation-never Undo_T'],
      ],
      [
        process(
          `${S}<task id="T"/><task id="O"/>${UNDO('T')}${THROW('C', 'activityRef="O"')}${E}${line('S', 'T', 'O', 'C', 'E')}`,
        ),
        ['warning compensation-never Undo_T'],
      ],
      [
        process(
          S +
            '<task id="T"/><task id="L" isForCompensation="true"/>' +
            THROW('C') +
            E +
            line('S', 'T', 'C', 'E'),
        ),
        ['warning compensation-never L'],
      ],
      [
        // the sub-process has a handler of its own, which takes the place of those in it
        process(S + inner('X', SUB) + UNDO('X') + THROW('C') + E + line('S', 'X', 'C', 'E')),
        ['warning compensation-never Undo_T'],
      ],
      [
        process(
          S +
            '<task id="T"/>' +
            eventSubProcess('<compensateEventDefinition/>', '') +
            E +
            line('S', 'T', 'E'),
        ),
        ['warning compensation-never H'],
      ],
    ],
    fine: [
      process(S + '<task id="T"/>' + UNDO('T') + THROW('C') + E + line('S', 'T', 'C', 'E')),
      process(
        `${S}<task id="T"/>${UNDO('T')}${THROW('C', 'activityRef="T"')}${E}${line('S', 'T', 'C', 'E')}`,
      ),
      process(S + inner('X', SUB) + THROW('C') + E + line('S', 'X', 'C', 'E')),
      process(
        S +
          '<task id="T"/>' +
          UNDO('T') +
          eventSubProcess('<errorEventDefinition/>', THROW('C')) +
          E +
          line('S', 'T', 'E'),
      ),
      process(S + inner('X', SUB + CANCEL_END, 'transaction') + CANCEL_BOUNDARY + E + line('S', 'X', 'E')),
      process(
        S +
          inner('X', SUB + eventSubProcess('<compensateEventDefinition/>', THROW('D'))) +
          THROW('C') +
          E +
          line('S', 'X', 'C', 'E'),
      ),
    ],
  },
  'cancel-boundary-missing': {
    broken: [
      [
        process(S + inner('X', SUB + CANCEL_END, 'transaction') + E + line('S', 'X', 'E')),
        ['warning cancel-boundary-missing X'],
      ],
    ],
    fine: [
      process(S + inner('X', SUB, 'transaction') + E + line('S', 'X', 'E')),
      process(S + inner('X', SUB + CANCEL_END, 'transaction') + CANCEL_BOUNDARY + E + line('S', 'X', 'E')),
    ],
  },
});
