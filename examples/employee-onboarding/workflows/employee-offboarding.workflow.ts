import {
  enter,
  parallel,
  timer,
  withOwn,
  type Continued,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { employeeOffboarding as process } from './employee-offboarding.process';

/**
 * Employee off-boarding. Generated from employee-offboarding.bpmn: change the diagram, then run
 * `baton compile`.
 *
 * The reverse of the onboarding: everything that somebody was given goes back on their last day.
 */
export async function employeeOffboarding(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, wait, guard, forEach, part, end } = enter(process, input, continued);
  if (continued?.at === 'Task_RevokeAccess') return part(revokeAccessForAll);

  // Look up in HR
  assign(await task('Task_LookUp', activities.lookUpEquipment, vars));

  // Plan handover
  const planHandoverOutcome = await guard(
    async () => {
      assign(
        await userTask('Task_PlanHandover', {
          assignee: vars.manager,
          input: { firstName: vars.firstName, lastName: vars.lastName, lastDay: vars.lastDay },
        }),
        { except: ['firstName', 'lastName', 'lastDay'] },
      );
    },
    { Event_NotPlanned: timer(vars.lastDay) },
  );
  if (planHandoverOutcome !== 'Event_NotPlanned') {
    // Last day
    await wait('Event_LastDay', timer(vars.lastDay));
  }

  // Disable account
  assign(await task('Task_DisableAccount', activities.disableAccount, vars));

  await parallel(
    async () => {
      // Revoke access
      await revokeAccessForAll();
    },
    async () => {
      // Release licences
      assign(await task('Task_ReleaseLicences', activities.releaseLicences, vars));
    },
    async () => {
      // Archive mailbox
      assign(await task('Task_ArchiveMailbox', activities.archiveMailbox, vars));
    },
    collectLaptop,
  );

  // Delete account
  assign(await task('Task_DeleteAccount', activities.deleteAccount, vars));

  // Report departure
  assign(
    await task('Task_TellLeft', activities.tellHr, {
      firstName: vars.firstName,
      lastName: vars.lastName,
      news: 'has left',
    }),
    { except: ['firstName', 'lastName'] },
  );

  // Left
  return end('End_Left');

  async function collectLaptop() {
    // Collect laptop
    assign(
      await userTask('Task_CollectLaptop', {
        candidateGroups: 'it',
        input: { firstName: vars.firstName, lastName: vars.lastName, laptop: vars.laptop },
      }),
      { except: ['firstName', 'lastName', 'laptop'] },
    );

    // Return laptop
    assign(await task('Task_ReturnLaptop', activities.returnLaptop, vars));
  }

  // Revoke access
  function revokeAccessForAll() {
    return forEach(
      'Task_RevokeAccess',
      vars.applications,
      async (application) => {
        await withOwn(vars, { application }, async ({ vars, assign }) => {
          assign(await task('Task_RevokeAccess', activities.revokeAccess, vars));
        });
      },
      { slices: true },
    );
  }
}

employeeOffboarding.process = process;
