import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'in by the review, round again after a complaint',
    answers: {
      draft: { urgent: false },
      review: { fine: true },
      publish: [{ complaints: 1 }, { complaints: 0 }],
    },
    path: ['Task_Draft', 'Task_Review', 'Task_Publish', 'Task_Review', 'Task_Publish', 'End_Published'],
  },
  {
    name: 'in by the publication',
    answers: { draft: { urgent: true }, publish: { complaints: 2 }, review: { fine: false } },
    path: ['Task_Draft', 'Task_Publish', 'Task_Review', 'End_Dropped'],
  },
];
