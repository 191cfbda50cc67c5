import type { Case } from '../case';

const given = { items: [{ price: 10, quantity: 2 }], customer: 'gold', country: 'DE' };
const path = ['Task_Groovy', 'Task_Python', 'Task_Token', 'Task_Juel', 'Task_Execution', 'Task_Java', 'End'];

export const cases: readonly Case[] = [
  {
    name: 'results are merged, or go into the variable of the task',
    given,
    answers: { script: [{ price: 18 }, { de: 0.19 }, { word: 'yes' }, {}] },
    path,
    variables: {
      price: 18,
      'tax rate': { de: 0.19 },
      word: 'yes',
      greeting: 'Hello gold',
      visits: 1,
    },
    inputs: {
      script: [
        {
          language: 'groovy',
          source:
            'def price = items.sum { it.price * it.quantity }\nif (customer == \'gold\') {\n  price *= 0.9\n}\nexecution.setVariable("price", "${price}")',
          variables: given,
        },
        {
          language: 'python',
          source: "0.19 if country == 'DE' else 0.2",
          variables: { ...given, price: 18 },
        },
        { source: 'SET_WORD', variables: { ...given, price: 18, 'tax rate': { de: 0.19 } } },
        {
          language: 'javascript',
          source: 'var today = new java.util.Date(); execution.setVariable("today", today)',
          variables: {
            ...given,
            price: 18,
            'tax rate': { de: 0.19 },
            word: 'yes',
            greeting: 'Hello gold',
            visits: 1,
          },
        },
      ],
    },
  },
  { name: 'the execution of Camunda', given: { ...given, visits: 4 }, path, variables: { visits: 5 } },
];
