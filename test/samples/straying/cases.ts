import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'both parts come',
    answers: { plan: { engine: true, body: true }, buildEngine: { engineFine: true } },
    visited: ['End_Assembled', 'Task_Assemble', 'Task_Body', 'Task_Engine', 'Task_Plan'],
  },
  {
    name: 'the engine is scrapped: the body goes on alone',
    answers: { plan: { engine: true, body: true }, buildEngine: { engineFine: false } },
    visited: [
      'End_Assembled',
      'End_Scrapped',
      'Task_Assemble',
      'Task_Body',
      'Task_Engine',
      'Task_Plan',
      'Task_Scrap',
    ],
  },
  {
    name: 'no part at all',
    answers: { plan: { engine: false, body: false } },
    fails: { type: 'NoFlowTaken', message: 'OR_Which' },
  },
];
