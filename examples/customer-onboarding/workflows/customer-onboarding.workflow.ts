import { bpmnError, enter, error, local, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { customerOnboarding as process } from './customer-onboarding.process';
import { riskClass } from './risk.decision';

/**
 * Customer onboarding. Generated from customer-onboarding.bpmn: change the diagram, then run `baton compile`.
 *
 * From an application to a customer with a workspace and a billing account. Whatever stops it undoes what was
 * done.
 */
export async function customerOnboarding(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const {
    vars,
    assign,
    task,
    userTask,
    wait,
    guard,
    scope,
    compensateWith,
    compensate,
    decision,
    message,
    pass,
  } = enter(process, input);

  await scope(
    async () => {
      // Register in CRM
      assign(await task('Task_RegisterCustomer', activities.registerCustomer, vars));
      compensateWith('Task_RegisterCustomer', async () => {
        // Close CRM record
        assign(await task('Task_CloseCustomer', activities.closeCustomer, vars));
      });

      // Request identity check
      assign(await task('Task_RequestIdentityCheck', activities.requestIdentityCheck, vars));
      compensateWith('Task_RequestIdentityCheck', async () => {
        // Delete identity data
        assign(await task('Task_DeleteIdentityData', activities.deleteIdentityData, vars));
      });

      // Wait for identity check
      const waitForIdentityCheckOutcome = await guard(
        async () => assign(await wait('Task_AwaitIdentityCheck', message('IdentityChecked'))),
        {
          Event_IdentityExpired: timer('P10D'),
          Event_RemindApplicant: { on: timer('R3/P2D'), run: everyTwoDays },
        },
      );
      if (waitForIdentityCheckOutcome === 'Event_IdentityExpired') {
        // Ten days

        // Identity check expired
        pass('End_IdentityExpired');
        throw bpmnError('IDENTITY_EXPIRED', { message: 'The identity check was not done in time' });
      }

      // Identity confirmed?
      if (vars.identity !== 'confirmed') {
        // Identity refused
        pass('End_IdentityRefused');
        throw bpmnError('IDENTITY_REFUSED', { message: 'The identity could not be confirmed' });
      }

      // Assess risk
      vars.risk = decision('Task_AssessRisk', riskClass, vars);

      // Risk?
      if (vars.risk === 'high') {
        // high

        // Risk too high
        pass('End_RiskTooHigh');
        throw bpmnError('RISK_TOO_HIGH', { message: 'The risk is too high' });
      } else if (vars.risk !== 'low') {
        // Four-eyes approval
        await guard(() => scope('SubProcess_Approval', fourEyesApproval), {
          Event_EscalateApproval: { on: timer('P3D'), run: threeDays },
          Event_RemindApprovers: { on: timer('R/P1D'), run: everyDay },
        });
      }

      // Provision workspace
      assign(await task('Task_ProvisionWorkspace', activities.provisionWorkspace, vars));
      compensateWith('Task_ProvisionWorkspace', async () => {
        // Remove workspace
        assign(await task('Task_RemoveWorkspace', activities.removeWorkspace, vars));
      });

      // Open billing account
      assign(await task('Task_OpenBillingAccount', activities.openBillingAccount, vars));
      compensateWith('Task_OpenBillingAccount', async () => {
        // Close billing account
        assign(await task('Task_CloseBillingAccount', activities.closeBillingAccount, vars));
      });

      // Activate in CRM
      assign(await task('Task_ActivateCustomer', activities.activateCustomer, vars));

      // Send welcome
      assign(await task('Task_SendWelcome', activities.sendWelcome, vars));

      // Customer onboarded
      pass('End_Onboarded');
    },
    {
      Start_Failed: {
        on: error(undefined, ({ message }) => {
          vars.reason = message;
        }),
        run: () => scope('SubProcess_Undo', undoTheOnboarding),
      },
    },
  );
  return vars;

  // Every two days
  async function everyTwoDays() {
    // Remind applicant
    assign(await task('Task_RemindApplicant', activities.remindApplicant, vars));

    // Applicant reminded
    pass('End_ApplicantReminded');
  }

  // Three days
  async function threeDays() {
    // Escalate to head of compliance
    assign(await task('Task_EscalateApproval', activities.escalateApproval, vars));

    // Escalated
    pass('End_ApprovalEscalated');
  }

  // Every day
  async function everyDay() {
    // Remind approvers
    assign(await task('Task_RemindApprovers', activities.remindApprovers, vars));

    // Approvers reminded
    pass('End_ApproversReminded');
  }

  // Four-eyes approval
  async function fourEyesApproval() {
    // First approval
    const firstApprovalInput = local(vars, {
      company: vars.company,
      country: vars.country,
      monthlyVolume: vars.monthlyVolume,
    });
    assign(
      await userTask('Task_FirstApproval', {
        candidateGroups: 'compliance',
        dueDate: 'P1D',
        input: {
          company: firstApprovalInput.company,
          country: firstApprovalInput.country,
          monthlyVolume: firstApprovalInput.monthlyVolume,
        },
        vars: firstApprovalInput,
        on: { complete: (humanTask) => humanTask.execution.setVariable('firstApprover', humanTask.assignee) },
      }),
      { except: ['company', 'country', 'monthlyVolume'] },
    );

    // Approved?
    if (!vars.approved) {
      // Not approved
      pass('End_NotApproved');
      throw bpmnError('NOT_APPROVED', { message: 'The application was not approved' });
    }

    // Second approval
    // By another person than the first.
    assign(
      await userTask('Task_SecondApproval', {
        candidateGroups: 'compliance',
        excludedUsers: vars.firstApprover,
        dueDate: 'P1D',
        input: { company: vars.company, country: vars.country, monthlyVolume: vars.monthlyVolume },
      }),
      { except: ['company', 'country', 'monthlyVolume'] },
    );

    // Approved?
    if (!vars.approved) {
      // Not approved
      pass('End_NotApproved');
      throw bpmnError('NOT_APPROVED', { message: 'The application was not approved' });
    }

    // Approved
    pass('End_Approved');
  }

  // Event sub-process: Undo the onboarding
  async function undoTheOnboarding() {
    // Undo what was done
    pass('Event_UndoAll');
    await compensate();

    // Send refusal
    assign(await task('Task_SendRefusal', activities.sendRefusal, vars));

    // Not onboarded
    pass('End_NotOnboarded');
  }
}
