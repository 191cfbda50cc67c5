import { defineProcess } from 'batonflow/contract';

/**
 * Contract of Fill a van with parcels for one city. Generated from one-run-per-key.bpmn, as the workflow is.
 */
export const van = defineProcess({
  type: 'van',
  name: 'Fill a van with parcels for one city',
  messages: { 'Parcel came in': null },
  broadcasts: {},
  starts: { messages: { 'Parcel came in': 'Start_First' }, oneRunPerKey: true },
  elements: {
    Start_First: { name: 'First parcel', kind: 'startEvent' },
    Task_Next: { name: 'Next parcel', kind: 'receiveTask' },
    Task_Drive: { name: 'Drive', kind: 'serviceTask' },
    End_Driven: { name: 'Driven', kind: 'endEvent' },
  },
});
