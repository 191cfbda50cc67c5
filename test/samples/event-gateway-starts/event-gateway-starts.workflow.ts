import { activitiesOf, enter, parallel, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import * as processes from './event-gateway-starts.process';

const activities = activitiesOf<typeof implementations>();

/**
 * A claim, or a storm, starts it. Generated from event-gateway-starts.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function claim(
  input: InputOf<typeof processes.claim>,
): Promise<OutputOf<typeof processes.claim>> {
  const { vars, startEvent, assign, task, pass, end } = enter(processes.claim, input);

  if (startEvent === 'Event_Storm') {
    // Storm
    pass('Event_Storm');

    // Visit
    assign(await task('Task_Visit', activities.visit, vars));
  } else {
    // Damage reported
    pass('Receive_Call');
  }

  // Pay
  assign(await task('Task_Pay', activities.pay, vars));
  return end('End_Paid');
}

claim.process = processes.claim;

/**
 * The first of two events starts it, the other one is waited for. Generated from event-gateway-starts.bpmn:
 * change the diagram, then run `baton compile`.
 */
export async function shipment(
  input: InputOf<typeof processes.shipment>,
): Promise<OutputOf<typeof processes.shipment>> {
  const { vars, assign, task, wait, published, end } = enter(processes.shipment, input);

  // Packed and paid
  await parallel(goodsPacked, async () => {
    // Invoice paid
    assign(await wait('Event_Paid', published('Invoice paid')));
  });

  // Ship
  assign(await task('Task_Ship', activities.ship, vars));
  return end('End_Shipped');

  async function goodsPacked() {
    // Goods packed
    assign(await wait('Event_Packed', published('Goods packed')));

    // Weigh
    assign(await task('Task_Weigh', activities.weigh, vars));
  }
}

shipment.process = processes.shipment;
