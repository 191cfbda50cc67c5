import { activitiesOf, enter, local, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feel } from 'batonflow/feel';
import type * as implementations from '../activities';
import { sendingEvents as process } from './sending-events.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Message events that workers carry out. Generated from sending-events.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function sendingEvents(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task } = enter(process, input);

  // Ordered
  const orderedResult = local(
    vars,
    await task(
      'Event_Ordered',
      activities.mailSend,
      { to: feel('Event_Ordered', 'customer.mail', vars), headers: { template: 'ordered' } },
      { retry: { maximumAttempts: 2 } },
    ),
  );
  vars.confirmation = orderedResult.messageId;

  // Told
  assign(await task('End_Told', activities.archive, vars));
  return vars;
}
