import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'a connector and a mail',
    given: { customer: 'c-7' },
    answers: { httpConnector: { response: '{"mail":"ann@example.com"}', statusCode: 200 } },
    path: ['Task_Find', 'Task_Greet', 'End'],
    inputs: {
      httpConnector: [
        {
          url: 'https://crm.example.com/customers/c-7',
          method: 'GET',
          headers: { Accept: 'application/json' },
        },
      ],
      mail: [{ to: 'ann@example.com', subject: 'Welcome' }],
    },
    // what a connector answers stays with it, save for what is mapped
    variables: { address: 'ann@example.com', statusCode: undefined },
  },
];
