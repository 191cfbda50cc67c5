import {
  activitiesOf,
  bpmnError,
  enter,
  error,
  parallel,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import type * as implementations from '../activities';
import { errors as process } from './errors.process';

const activities = activitiesOf<typeof implementations>();

/** What becomes of errors. Generated from errors.bpmn: change the diagram, then run `baton compile`. */
export async function errors(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, guard, scope, pass, end } = enter(process, input);

  // Order
  const orderOutcome = await guard(async () => assign(await task('Task_Order', activities.order, vars)), {
    Event_Other: error(undefined, ({ message }) => {
      vars.reason = message;
    }),
    Event_Rejected: error('REJECTED', ({ code, message }) => {
      vars.code = code;
      vars.reason = message;
    }),
  });
  if (orderOutcome === 'Event_Other') {
    // Anything else

    // Rejected
    return end('End_Rejected');
  }
  if (orderOutcome === 'Event_Rejected') return end('End_Rejected'); // Rejected

  // Produce
  const produceOutcome = await guard(
    () =>
      scope('Sub_Produce', produce, {
        Start_Repair: {
          on: error('BROKEN', ({ message }) => {
            vars.reason = message;
          }),
          run: () => scope('Sub_Repair', repair_Sub_Repair),
        },
      }),
    { Event_Irreparable: error('BROKEN') },
  );
  if (produceOutcome !== 'Event_Irreparable') return end('End_Produced');

  // Irreparable
  pass('End_Irreparable');
  throw bpmnError('IRREPARABLE', { message: 'Irreparable' });

  // Produce
  async function produce() {
    // Make parts
    await scope('Sub_Parts', makeParts);
    pass('Produce_End');
  }

  // Event sub-process: Repair
  async function repair_Sub_Repair() {
    // Repair
    assign(await task('Task_Repair', activities.repair, vars));
    pass('End_Repaired');
  }

  // Make parts
  async function makeParts() {
    await parallel(left, right);
  }

  async function left() {
    // Left
    assign(await task('Task_Left', activities.left, vars));
    pass('End_Left');
  }

  async function right() {
    // Right
    assign(await userTask('Task_Right'));
    pass('End_Right');
  }
}
