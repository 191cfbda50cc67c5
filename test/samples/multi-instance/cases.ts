import type { Case } from '../case';

const given = { items: ['book', 'lamp', 'vase'], last: 'p9', enough: false };
const packed = { parcel: { id: 'p1' } };
const packing = ['Task_Pack', 'Task_Pack', 'Task_Pack', 'Task_Label', 'Task_Label', 'Task_Label'];
const asking = ['Sub_Offers', 'Task_Offer', 'Sub_Offers', 'Task_Offer', 'Sub_Offers', 'Task_Offer'];

export const cases: readonly Case[] = [
  {
    name: 'each item by itself, results in the order of the items, and no more offers than needed',
    given,
    answers: { wrap: packed, label: { barcode: '|||' } },
    when: [
      { complete: 'Task_Offer', result: { offer: 10 } },
      { complete: 'Task_Offer', result: { offer: 20 } },
    ],
    visited: [
      ...['End_Done', 'End_Offer', 'End_Offer', 'Sub_Offers', 'Sub_Offers', 'Sub_Offers'],
      ...['Task_Check', 'Task_Check', 'Task_Check', 'Task_Label', 'Task_Label', 'Task_Label'],
      ...['Task_Offer', 'Task_Offer', 'Task_Offer', 'Task_Pack', 'Task_Pack', 'Task_Pack'],
      ...['Task_Ring', 'Task_Ring', 'Task_Ring'],
    ],
    variables: {
      offers: [10, 20, null],
      barcode: '|||',
      item: undefined,
      parcel: undefined,
      offer: undefined,
    },
    inputs: {
      label: [
        { id: 'p1', number: 1 },
        { id: 'p1', number: 2 },
        { id: 'p1', number: 3 },
      ],
    },
  },
  {
    name: 'the whole is interrupted',
    given,
    answers: { wrap: packed, label: { barcode: '|||' } },
    when: [{ complete: 'Task_Offer', result: { offer: 10 } }],
    path: [...packing, ...asking, 'End_Offer', 'Event_Slow', 'End_Slow'],
    variables: { offers: undefined },
  },
  {
    name: 'an error of one instance is caught on the whole',
    given,
    answers: { wrap: packed, label: { barcode: '|||' }, check: [{}, { throws: 'LOST' }] },
    when: [{ complete: 'Task_Offer' }, { complete: 'Task_Offer' }],
    path: [
      ...packing,
      ...asking,
      'End_Offer',
      'End_Offer',
      'Task_Check',
      'Task_Check',
      'Event_Lost',
      'End_Lost',
    ],
  },
  {
    name: 'nothing to do',
    given: { items: [] },
    when: [
      { complete: 'Task_Offer', result: { offer: 10 } },
      { complete: 'Task_Offer', result: { offer: 20 } },
    ],
    path: [
      ...['Task_Pack', 'Task_Label', ...asking, 'End_Offer', 'End_Offer'],
      ...['Task_Check', 'Task_Ring', 'Task_Ring', 'Task_Ring', 'End_Done'],
    ],
    variables: { parcels: [] },
  },
  {
    name: 'the condition sees the item that is done',
    given: { ...given, last: 'p1' },
    answers: { wrap: packed, label: { barcode: '|||' } },
    when: [
      { complete: 'Task_Offer', result: { offer: 10 } },
      { complete: 'Task_Offer', result: { offer: 20 } },
    ],
    path: [
      ...[...packing, ...asking, 'End_Offer', 'End_Offer'],
      ...['Task_Check', 'Task_Ring', 'Task_Ring', 'Task_Ring', 'End_Done'],
    ],
  },
  {
    name: 'what is no list fails',
    given: { ...given, items: 'book' },
    fails: { type: 'ExpressionFailed', message: "What 'Task_Pack' is done for must be a list" },
  },
];
