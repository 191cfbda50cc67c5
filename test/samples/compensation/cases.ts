import type { Case } from '../case';

const booked = [
  ...['Task_Flight', 'Sub_Hotel', 'Task_Room', 'Task_Meals', 'Hotel_End'],
  ...['Sub_Insure', 'Task_Insure', 'Insure_End'],
];
const hotelUndone = ['Sub_CancelMeals', 'Task_CallKitchen', 'Task_Voucher', 'Meals_End', 'Task_ReleaseRoom'];
const insuranceUndone = [
  ...['Start_Undo', 'Sub_UndoInsurance', 'Task_Letter', 'Event_Revoke', 'Task_RevokePolicy', 'End_Uninsured'],
];

export const cases: readonly Case[] = [
  { name: 'nothing to undo', given: { plan: 'go' }, path: [...booked, 'End_Going'] },
  {
    name: 'a completed sub-process is undone, latest first',
    given: { plan: 'camp' },
    path: [...booked, 'Event_OtherHotel', ...hotelUndone, 'Task_Tent', 'End_Camping'],
  },
  {
    name: 'everything is undone, latest first, a sub-process as a whole',
    given: { plan: 'stay' },
    path: [...booked, 'End_Off', ...insuranceUndone, ...hotelUndone, 'Task_CancelFlight'],
  },
  {
    name: 'an error in a handler does not keep the others from running',
    given: { plan: 'stay' },
    answers: { callTheKitchen: { throws: 'NO_ANSWER' } },
    path: [
      ...[...booked, 'End_Off', ...insuranceUndone],
      ...['Sub_CancelMeals', 'Task_CallKitchen', 'Task_ReleaseRoom', 'Task_CancelFlight'],
    ],
    fails: { type: 'BpmnError', message: 'NO_ANSWER' },
  },
];
