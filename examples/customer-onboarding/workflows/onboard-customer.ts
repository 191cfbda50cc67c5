import { bpmnError, enter, error, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { onboardCustomer as process } from './onboard-customer.process';
import { riskClass } from './risk.decision';

/** Customer onboarding by hand: compare customer-onboarding.workflow.ts, which is compiled from the diagram. */
export async function onboardCustomer(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const {
    vars,
    assign,
    task,
    userTask,
    decision,
    wait,
    message,
    guard,
    scope,
    compensateWith,
    compensate,
    end,
  } = enter(process, input);

  return scope(onboard, {
    'Refused or failed': { on: error(undefined, ({ message }) => assign({ reason: message })), run: undo },
  });

  async function onboard() {
    await register();
    await checkIdentity();
    await clear();
    await provision();
    await openBilling();
    await task('Activate in CRM', activities.activateCustomer, vars);
    await task('Send welcome', activities.sendWelcome, vars);
    return end('Customer onboarded', vars);
  }

  /** Whatever says no in between: technical failures do not, they wait for somebody to look at them. */
  async function undo() {
    await compensate();
    await task('Send refusal', activities.sendRefusal, vars);
    return end('Not onboarded', vars);
  }

  async function register() {
    assign(await task('Register in CRM', activities.registerCustomer, vars));
    compensateWith('Register in CRM', () => task('Close CRM record', activities.closeCustomer, vars));
  }

  /** The provider answers by a message, hours or days later. */
  async function checkIdentity() {
    assign(await task('Request identity check', activities.requestIdentityCheck, vars));
    compensateWith('Request identity check', () =>
      task('Delete identity data', activities.deleteIdentityData, vars),
    );

    const outcome = await guard(
      async () => assign(await wait('Wait for identity check', message('IdentityChecked'))),
      {
        'Ten days': timer('P10D'),
        'Every two days': {
          on: timer('R3/P2D'),
          run: () => task('Remind applicant', activities.remindApplicant, vars),
        },
      },
    );
    if (outcome === 'Ten days') throw refuse('IDENTITY_EXPIRED', 'The identity check was not done in time');
    if (vars.identity !== 'confirmed')
      throw refuse('IDENTITY_REFUSED', 'The identity could not be confirmed');
  }

  /** Low risks pass, high ones do not, and two people look at the rest. */
  async function clear() {
    vars.risk = decision('Assess risk', riskClass, vars);
    if (vars.risk === 'high') throw refuse('RISK_TOO_HIGH', 'The risk is too high');
    if (vars.risk === 'low') return;

    await guard(() => scope('Four-eyes approval', approve), {
      'Every day': {
        on: timer('R/P1D'),
        run: () => task('Remind approvers', activities.remindApprovers, vars),
      },
      'Three days': {
        on: timer('P3D'),
        run: () => task('Escalate to head of compliance', activities.escalateApproval, vars),
      },
    });
  }

  async function approve() {
    await review('First approval');
    await review('Second approval', vars.firstApprover);
  }

  /** One of the two decisions, made by anybody of compliance but `excluded`. */
  async function review(id: 'First approval' | 'Second approval', excluded?: string) {
    const { company, country, monthlyVolume } = vars;
    const decided = await userTask(id, {
      candidateGroups: ['compliance'],
      excludedUsers: excluded,
      dueDate: 'P1D',
      input: { company, country, monthlyVolume },
      on: {
        complete: ({ assignee }) => {
          if (excluded === undefined) vars.firstApprover = assignee ?? '';
        },
      },
    });
    assign(decided);
    if (!decided.approved) throw refuse('NOT_APPROVED', 'The application was not approved');
  }

  async function provision() {
    assign(await task('Provision workspace', activities.provisionWorkspace, vars));
    compensateWith('Provision workspace', () => task('Remove workspace', activities.removeWorkspace, vars));
  }

  async function openBilling() {
    assign(await task('Open billing account', activities.openBillingAccount, vars));
    compensateWith('Open billing account', () =>
      task('Close billing account', activities.closeBillingAccount, vars),
    );
  }

  function refuse(code: string, message: string) {
    return bpmnError(code, { message });
  }
}
