import { defineProcess } from 'batonflow/contract';
import { Variables } from './typed-mappings.schema';

/** Contract of Mappings with types. Generated from typed-mappings.bpmn, as the workflow is. */
export const typedMappings = defineProcess({
  type: 'typedMappings',
  name: 'Mappings with types',
  input: Variables,
  messages: {},
  broadcasts: {},
  tasks: { Task_Label: { name: 'Label' } },
  elements: {
    Start: { kind: 'startEvent' },
    Sub_Price: { name: 'Price', kind: 'subProcess' },
    Start_Price: { kind: 'startEvent' },
    Task_Rate: { name: 'Rate', kind: 'serviceTask' },
    Gateway: { name: 'Much?', kind: 'exclusiveGateway' },
    Task_Round: { name: 'Round', kind: 'scriptTask' },
    End_Price: { kind: 'endEvent' },
    End_Little: { kind: 'endEvent' },
    Task_Label: { name: 'Label', kind: 'userTask' },
    End: { kind: 'endEvent' },
  },
});
