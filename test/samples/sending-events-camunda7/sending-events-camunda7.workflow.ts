import {
  activitiesOf,
  enter,
  evaluate,
  parallel,
  toNumber,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import type * as implementations from '../activities';
import { sendingEventsCamunda7 as process } from './sending-events-camunda7.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Message events that the engine carries out. Generated from sending-events-camunda7.bpmn: change the
 * diagram, then run `baton compile`.
 */
export async function sendingEventsCamunda7(
  input: InputOf<typeof process>,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, script } = enter(process, input);

  // Ordered
  assign(
    await task(
      'Event_Ordered',
      activities.mailSend,
      { to: evaluate('Event_Ordered', vars, ({ customer }) => customer.mail) },
      { retry: { maximumAttempts: 2, initialInterval: '5 minutes', backoffCoefficient: 1 } },
    ),
  );

  // Counted
  vars.mails = script('Event_Counted', () =>
    evaluate('Event_Counted', vars, ({ mails }) => toNumber(mails) + 1),
  );

  await parallel(
    async () => {
      // Archived
      assign(await task('End_Archived', activities.archive, { ...vars, shelf: 'orders' }));
    },
    async () => {
      // Logged
      await task('End_Logged', activities.logWrite, { mails: vars.mails });
    },
  );
  return vars;
}
