import { enter, error, parallel, timer, withOwn, type InputOf, type OutputOf } from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { employeeOnboarding as process } from './employee-onboarding.process';
import { applicationsOfRole } from './applications.decision';

/**
 * Employee onboarding. Generated from employee-onboarding.bpmn: change the diagram, then run `baton compile`.
 *
 * From the day somebody is hired to the day they are at work. If they do not come, everything is undone.
 */
export async function employeeOnboarding(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const {
    vars,
    assign,
    task,
    userTask,
    wait,
    guard,
    forEach,
    scope,
    compensateWith,
    compensate,
    decision,
    published,
    pass,
  } = enter(process, input);

  await scope(
    async () => {
      // Choose applications
      vars.applications = decision('Task_ChooseApplications', applicationsOfRole, vars);

      // Create account
      assign(await task('Task_CreateAccount', activities.createAccount, vars));
      compensateWith('Task_CreateAccount', async () => {
        // Delete account
        assign(await task('Task_DeleteAccount', activities.deleteAccount, vars));
      });

      // Prepare
      await parallel(
        planFirstDay,
        async () => {
          // Order laptop
          assign(await task('Task_OrderLaptop', activities.orderLaptop, vars));
          compensateWith('Task_OrderLaptop', async () => {
            // Return laptop
            assign(await task('Task_ReturnLaptop', activities.returnLaptop, vars));
          });
        },
        async () => {
          // Create mailbox
          assign(await task('Task_CreateMailbox', activities.createMailbox, vars));
          compensateWith('Task_CreateMailbox', async () => {
            // Delete mailbox
            assign(await task('Task_DeleteMailbox', activities.deleteMailbox, vars));
          });
        },
        assignLicences,
        async () => {
          // Grant access
          await forEach('Task_GrantAccess', vars.applications, (application) =>
            withOwn(vars, { application }, async ({ vars, assign }) => {
              assign(await task('Task_GrantAccess', activities.grantAccess, vars));
              compensateWith('Task_GrantAccess', async () => {
                // Revoke access
                assign(await task('Task_RevokeAccess', activities.revokeAccess, vars));
              });
            }),
          );
        },
      );

      // First day
      await wait('Event_FirstDay', timer(vars.startDate));

      // Enable account
      assign(await task('Task_EnableAccount', activities.enableAccount, vars));

      // Confirm arrival
      assign(
        await userTask('Task_ConfirmArrival', {
          assignee: vars.manager,
          input: { firstName: vars.firstName, lastName: vars.lastName, laptop: vars.laptop },
        }),
        { except: ['firstName', 'lastName', 'laptop'] },
      );

      // Arrived?
      if (vars.arrived) {
        // Record in HR
        assign(await task('Task_RecordEquipment', activities.recordEquipment, vars));

        // At work
        pass('End_AtWork');
      } else {
        // Undo what was prepared
        pass('Event_UndoNoShow');
        await compensate();

        // Report no-show
        assign(
          await task('Task_TellNoShow', activities.tellHr, {
            firstName: vars.firstName,
            lastName: vars.lastName,
            news: 'did not come',
          }),
          { except: ['firstName', 'lastName'] },
        );

        // Never came
        pass('End_NeverCame');
      }
    },
    {
      Start_Withdrawn: {
        on: published('HiringWithdrawn', vars.employeeId),
        interrupting: true,
        run: () => scope('SubProcess_Withdrawn', withdraw),
      },
    },
  );
  return vars;

  async function planFirstDay() {
    // Plan first day
    await guard(
      async () => {
        assign(
          await userTask('Task_PlanFirstDay', {
            assignee: vars.manager,
            input: { firstName: vars.firstName, lastName: vars.lastName, startDate: vars.startDate },
          }),
          { except: ['firstName', 'lastName', 'startDate'] },
        );
      },
      { Event_RemindManager: { on: timer('R/P2D'), run: everyTwoDays } },
    );
  }

  async function assignLicences() {
    while (true) {
      // Assign licences
      const assignLicencesOutcome = await guard(
        async () => {
          assign(await task('Task_AssignLicences', activities.assignLicences, vars));
          compensateWith('Task_AssignLicences', async () => {
            // Release licences
            assign(await task('Task_ReleaseLicences', activities.releaseLicences, vars));
          });
        },
        { Event_NoLicence: error('NO_LICENCE') },
      );
      if (assignLicencesOutcome !== 'Event_NoLicence') break;

      // None left

      // Buy licences
      assign(await userTask('Task_BuyLicences', { candidateGroups: 'it', input: { role: vars.role } }), {
        except: ['role'],
      });
    }
  }

  // Event sub-process: Withdraw
  async function withdraw() {
    // Undo what was prepared
    pass('Event_UndoWithdrawn');
    await compensate();

    // Report withdrawal
    assign(
      await task('Task_TellWithdrawn', activities.tellHr, {
        firstName: vars.firstName,
        lastName: vars.lastName,
        news: 'is not coming',
      }),
      { except: ['firstName', 'lastName'] },
    );

    // Withdrawn
    pass('End_Withdrawn');
  }

  // Every two days
  async function everyTwoDays() {
    // Remind manager
    assign(await task('Task_RemindManager', activities.remindManager, vars));

    // Reminded
    pass('End_ManagerReminded');
  }
}

employeeOnboarding.process = process;
