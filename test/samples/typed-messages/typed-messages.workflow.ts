import { enter, signal, type InputOf, type OutputOf } from 'batonflow/workflow';
import * as processes from './typed-messages.process';

/** Messages with types. Generated from typed-messages.bpmn: change the diagram, then run `baton compile`. */
export async function parcel(
  input: InputOf<typeof processes.parcel>,
): Promise<OutputOf<typeof processes.parcel>> {
  const { vars, assign, wait, guard, published, end } = enter(processes.parcel, input);

  // Have it weighed
  const haveItWeighedOutcome = await guard(
    async () => assign(await wait('Task_Weigh', published('Weighed', vars.parcel))),
    { Event_Strike: signal('Strike') },
  );
  if (haveItWeighedOutcome !== 'Event_Strike') return end('End_Weighed'); // Weighed

  // Strike

  // Strike over
  assign(await wait('Event_Over', signal('Strike over')));

  // Late
  return end('End_Late');
}

parcel.process = processes.parcel;

/**
 * A message whose name only the run knows. Generated from typed-messages.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function delivery(
  input: InputOf<typeof processes.delivery>,
): Promise<OutputOf<typeof processes.delivery>> {
  const { vars, assign, wait, published, end } = enter(processes.delivery, input);

  // Delivered
  assign(await wait('Event_Delivered', published(`delivered ${vars.parcel}`)));
  return end('End');
}
