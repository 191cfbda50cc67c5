import {
  activitiesOf,
  activityNamed,
  enter,
  local,
  tries,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import { feel } from 'batonflow/feel';
import type * as implementations from '../activities';
import { jobWorkers as process } from './job-workers.process';

const activities = activitiesOf<typeof implementations>();

/** Job workers. Generated from job-workers.bpmn: change the diagram, then run `baton compile`. */
export async function jobWorkers(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, end } = enter(process, input);

  // Pay: start listener
  assign(
    await task(
      'Task_Pay:start',
      activityNamed('Task_Pay:start', activities, vars.auditor),
      { ...vars, headers: { currency: 'EUR', audit: 'before' } },
      { retry: { maximumAttempts: tries('Task_Pay:start', vars.attempts) } },
    ),
  );

  // Pay
  const payInput = local(vars, {
    method: feel('Task_Pay', 'order.method', vars),
    amount: feel('Task_Pay', 'order.total', vars),
  });
  assign(
    await task(
      'Task_Pay',
      activityNamed('Task_Pay', activities, feel('Task_Pay', '"pay-by-" + method', payInput)),
      { method: payInput.method, amount: payInput.amount, headers: { currency: 'EUR', audit: 'none' } },
      { retry: { maximumAttempts: tries('Task_Pay', payInput.attempts) } },
    ),
    { except: ['method'] },
  );

  // Read the invoice
  assign(
    await task(
      'Task_Read',
      activities.runRobot,
      {
        ...vars,
        linkedResources: [
          {
            resourceId: 'read-invoice',
            resourceType: 'RPA',
            linkName: 'RPAScript',
            bindingType: 'versionTag',
            versionTag: 'v1',
          },
        ],
      },
      { retry: { maximumAttempts: 5 } },
    ),
  );
  return end('End');
}
