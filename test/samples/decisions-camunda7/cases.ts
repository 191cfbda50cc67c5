import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'by priority',
    given: { month: 11, guests: ['a', 'b', 'c'], chef: 'Paul', children: true },
    answers: { salaries: 4000 },
    path: ['Task_Season', 'Task_Meal', 'Task_Drinks', 'Task_Guests', 'Task_Note', 'Task_Legacy', 'End'],
    variables: {
      season: 'Fall',
      meal: { dish: 'Roast', cook: 'Paul' },
      drinks: ['Juice', 'Water'],
      places: [{ places: 4 }],
      next: 'Winter',
      salary: 4000,
      month: 11,
    },
  },
  {
    name: 'two rules apply',
    given: { month: 7, guests: ['a'], chef: 'Paul', children: false },
    answers: { salaries: 4000 },
    variables: { season: 'Summer', meal: { dish: 'Salad', cook: 'Ann' }, drinks: ['Water'], next: 'Summer' },
  },
];
