import {
  activitiesOf,
  enter,
  error,
  evaluate,
  isEmpty,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import type * as implementations from '../activities';
import * as processes from './calls.process';
import { rating } from '../hand-written.process';
import { seller } from '../pools/pools.process';

const activities = activitiesOf<typeof implementations>();

/** Calls of Camunda 7. Generated from calls.bpmn: change the diagram, then run `baton compile`. */
export async function calls(
  input: InputOf<typeof processes.calls>,
): Promise<OutputOf<typeof processes.calls>> {
  const { vars, assign, call, guard, end } = enter(processes.calls, input);

  // Rate the customer
  // Written by hand.
  const rateTheCustomerOutcome = await guard(
    async () => {
      const rateTheCustomerResult = await call('Call_Rate', rating, {
        customer: vars.customerName,
        amount: evaluate('Call_Rate', vars, ({ price, quantity }) => price * quantity),
      });
      vars.grade = rateTheCustomerResult.grade;
      vars.verdict = evaluate('Call_Rate', rateTheCustomerResult, ({ grade, reason }) => {
        return isEmpty(reason) ? grade : reason;
      });
    },
    { Event_Unknown: error('UNKNOWN_CUSTOMER') },
  );
  if (rateTheCustomerOutcome === 'Event_Unknown') return end('End_Unknown'); // Unknown

  // Sell
  await call('Call_Sell', seller, { ...vars, buyer: vars.customerName }, { businessKey: vars.orderId });

  // Deliver
  const deliverResult = await call('Call_Deliver', vars.carrier, {});
  assign({ ...deliverResult, parcelWeight: deliverResult.weight });

  // Delivered
  return end('End');
}

/** Carrier. Generated from calls.bpmn: change the diagram, then run `baton compile`. */
export async function callsCarrier(
  input: InputOf<typeof processes.callsCarrier>,
): Promise<OutputOf<typeof processes.callsCarrier>> {
  const { vars, assign, task, end } = enter(processes.callsCarrier, input);

  // Weigh
  assign(await task('Task_Weigh', activities.weigh, vars));
  return end('Carrier_End');
}
