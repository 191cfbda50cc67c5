import { randomUUID } from 'node:crypto';
import { isClientError } from 'batonflow/client';
import { defineExample } from '../shared/runner/example';
import { startHouse } from './services';
import { DEBTOR } from './services/billing';
import { customerOnboarding } from './workflows/customer-onboarding.process';
import { onboardCustomer } from './workflows/onboard-customer.process';

/** Large enough for two people to have a look. */
const application = {
  email: 'anna@teapots.example',
  country: 'IE',
  monthlyVolume: 30_000,
  plan: 'business',
} as const;

const ONBOARDED = 'onboarded, approved first by alice';

export const example = defineExample({
  title: 'Customer onboarding',
  shows:
    'Identity check by callback, risk by a decision table, approval by two different people, and everything undone when a later step says no.',
  start: startHouse,
  processes: [onboardCustomer, customerOnboarding],
  ends: ONBOARDED,
  failures: {
    billing: {
      shows: 'Billing is down twice: the step is tried again.',
      switchOn: ({ all }) => all.billing.fail('down', { times: 2, route: 'POST /accounts' }),
    },
    outage: {
      shows: 'Billing stays down: an incident. A person has it mended and says that it is to be tried again.',
      switchOn: ({ all }) => all.billing.fail('down', { route: 'POST /accounts' }),
    },
    workspaces: {
      shows: 'The answer of the workspaces gets lost: asked again, they give the same one, not a second one.',
      switchOn: ({ all }) => all.workspaces.fail('duplicate', { times: 1, route: 'POST /workspaces' }),
    },
    callback: {
      shows: 'The provider of identity checks calls back twice: the second call changes nothing.',
      switchOn: ({ all }) => all.identity.fail('duplicate', { times: 1, route: 'POST /checks' }),
    },
    debt: {
      shows:
        'The company owes us money, so billing refuses it: workspace, identity data and CRM record go again.',
      ends: `not onboarded: ${DEBTOR} owes us money.`,
    },
    'same-person': {
      shows: 'Alice tries to give the second approval as well: refused, so Bob does.',
    },
  },

  async play({ process, client, services, failure, follow }) {
    const applicationId = `a-${randomUUID().slice(0, 8)}`;
    const company = failure === 'debt' ? DEBTOR : 'Teapots Ltd';
    const input = { applicationId, company, ...application };
    const run = await client.start(process, input, { businessKey: applicationId });
    const approvers = failure === 'same-person' ? ['alice', 'alice', 'bob'] : ['alice', 'bob'];
    const { reason, firstApprover } = await follow(run, {
      async step({ kind, state }) {
        if (kind !== 'task' || state !== 'opened') return;
        const [task] = await client.tasks.list({ workflowId: run.id });
        // Whoever is refused leaves it to the next one.
        for (let done = !task; task && !done;) {
          const user = approvers.shift();
          if (user === undefined) throw new Error('There is nobody left to approve it.');
          done = await client.tasks.complete(task, { approved: true }, { user }).then(
            () => true,
            (error: unknown) => {
              if (!isClientError(error, 'task-not-allowed')) throw error;
              return false;
            },
          );
        }
      },
      // Whoever has it tried again has had it mended before.
      incident() {
        services.all.billing.heal();
        return 'retry';
      },
    });
    return reason === '' ? `onboarded, approved first by ${firstApprover}` : `not onboarded: ${reason}`;
  },
});
