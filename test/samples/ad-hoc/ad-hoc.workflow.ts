import { activitiesOf, enter, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { adHocProcess as process } from './ad-hoc.process';

const activities = activitiesOf<typeof implementations>();

/** Ad-hoc sub-processes. Generated from ad-hoc.bpmn: change the diagram, then run `baton compile`. */
export async function adHocProcess(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, scope, adHoc, pass, end } = enter(process, input);

  // Prepare
  // All of it, in any order.
  await adHoc('Sub_Prepare', {
    Task_Book: async () => {
      // Book a room
      assign(await task('Task_Book', activities.bookRoom, vars));

      // Booked?
      if (feelTest('Flow_Booked', 'booked', vars)) {
        // Put up a sign
        pass('Task_Sign');
      } else {
        // Look elsewhere
        assign(await userTask('Task_Again'));
      }
    },
    Task_Invite: async () => {
      // Invite
      assign(await userTask('Task_Invite'));
    },
  });

  // Chores
  await adHoc(
    'Sub_Chores',
    {
      Task_Sweep: async () => {
        // Sweep
        pass('Task_Sweep');
      },
      Task_Cook: async () => {
        // Cook
        assign(await task('Task_Cook', activities.cook, vars));
      },
      Task_Wash: async () => {
        // Wash up
        pass('Task_Wash');
      },
    },
    { start: vars.chores, sequential: true },
  );

  // Ask around
  await adHoc(
    'Sub_Ask',
    {
      Task_Ann: async () => {
        // Ask Ann
        assign(await userTask('Task_Ann'));
      },
      Task_Bob: async () => {
        // Ask Bob
        assign(await userTask('Task_Bob'));
      },
    },
    {
      start: ['Task_Ann', 'Task_Bob'],
      until: () => feelTest('Sub_Ask', 'answered', vars),
      cancelRemaining: false,
      events: {
        Start_GiveUp: { on: timer('P1D'), interrupting: true, run: () => scope('Sub_GiveUp', giveUp) },
      },
    },
  );

  // Whoever is first
  await adHoc(
    'Sub_Race',
    {
      Task_Cem: async () => {
        // Ask Cem
        assign(await userTask('Task_Cem'));
      },
      Task_Dan: async () => {
        // Ask Dan
        assign(await userTask('Task_Dan'));
      },
    },
    { start: ['Task_Cem', 'Task_Dan'], until: () => true },
  );
  return end('End');

  // Event sub-process: Give up
  async function giveUp() {
    pass('End_GiveUp');
  }
}
