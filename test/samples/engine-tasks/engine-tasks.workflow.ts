import {
  activitiesOf,
  asJson,
  asText,
  enter,
  evaluate,
  local,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import type * as implementations from '../activities';
import { engineTasks as process } from './engine-tasks.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Tasks that an engine carries out itself. Generated from engine-tasks.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function engineTasks(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, end } = enter(process, input);

  // Find the customer
  const findTheCustomerResult = local(
    vars,
    await task('Task_Find', activities.httpConnector, {
      url: evaluate('Task_Find', vars, ({ customer }) => {
        return asText`https://crm.example.com/customers/${customer}`;
      }),
      method: 'GET',
      headers: { Accept: 'application/json' },
    }),
  );
  vars.address = evaluate('Task_Find', findTheCustomerResult, ({ response }) => asJson(response).mail);

  // Greet
  assign(await task('Task_Greet', activities.mail, { to: vars.address, subject: 'Welcome' }));
  return end('End');
}
