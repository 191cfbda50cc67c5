import { defineProcess } from 'batonflow/contract';

/** Contract of Asked again until there is an answer. Generated from asked-again.bpmn, as the workflow is. */
export const askedAgain = defineProcess({
  type: 'askedAgain',
  name: 'Asked again until there is an answer',
  messages: { Offer: null },
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Gateway_Again: { kind: 'exclusiveGateway' },
    Task_Ask: { name: 'Ask the bank', kind: 'serviceTask' },
    Gateway_Answer: { name: 'Answer?', kind: 'eventBasedGateway' },
    Event_Offer: { name: 'Offer', kind: 'intermediateCatchEvent' },
    Task_Book: { name: 'Book', kind: 'serviceTask' },
    End: { kind: 'endEvent' },
    Event_Day: { name: 'A day later', kind: 'intermediateCatchEvent' },
  },
});
