import { defineProcess } from 'batonflow/contract';

/** Contract of A book that is ordered and paid. Generated from starts-together.bpmn, as the workflow is. */
export const bookSale = defineProcess({
  type: 'bookSale',
  name: 'A book that is ordered and paid',
  messages: { 'Book ordered': null, 'Book paid': null },
  broadcasts: {},
  starts: { messages: { 'Book ordered': 'Start_Sale', 'Book paid': 'Start_Sale' }, oneRunPerKey: true },
  elements: {
    Start_Sale: { name: 'Ordered and paid', kind: 'startEvent' },
    Task_Send: { name: 'Send the book', kind: 'serviceTask' },
    End_Sold: { kind: 'endEvent' },
  },
});

/**
 * Contract of A boat that is booked before the season. Generated from starts-together.bpmn, as the workflow
 * is.
 */
export const boatTrip = defineProcess({
  type: 'boatTrip',
  name: 'A boat that is booked before the season',
  messages: { 'Boat booked': null },
  broadcasts: { 'Season begins': null },
  starts: {
    none: ['Start_Spare'],
    messages: { 'Boat booked': 'Start_Trip' },
    signals: { 'Season begins': 'Start_Trip' },
    oneRunPerKey: true,
  },
  elements: {
    Start_Spare: { name: 'A boat is free', kind: 'startEvent' },
    Start_Trip: { name: 'Booked, in the season', kind: 'startEvent' },
    Task_Sail: { name: 'Sail', kind: 'serviceTask' },
    End_Sailed: { kind: 'endEvent' },
  },
});

/**
 * Contract of An inspection that is asked for, and due. Generated from starts-together.bpmn, as the workflow
 * is.
 */
export const inspection = defineProcess({
  type: 'inspection',
  name: 'An inspection that is asked for, and due',
  messages: {},
  broadcasts: { 'Inspection asked for': null },
  starts: { signals: { 'Inspection asked for': 'Start_Due' }, timers: { Start_Due: 'R/P1D' } },
  elements: {
    Start_Due: { name: 'Asked for, and due', kind: 'startEvent' },
    End_Inspected: { kind: 'endEvent' },
  },
});
