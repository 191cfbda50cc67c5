import { defineExample } from '../shared/runner/example';
import { startGroup, type Group } from './services';
import { closeMonth } from './workflows/close-month.process';
import { monthEndClose } from './workflows/financial-reporting.process';

interface Differing {
  readonly differences: readonly { readonly ledger: string; readonly cents: number }[];
}

let closed = 0;

export const example = defineExample({
  title: 'Month-end close',
  shows:
    'A schedule; 10,000 accounts out of 40 ledgers, eight ledgers at a time, into a database; ad-hoc corrections; several ' +
    'reviewers who sign, with reminders and deadlines.',
  start: startGroup,
  processes: [closeMonth, monthEndClose],
  ends: 'published',

  failures: {
    ledgers: {
      shows: 'The ledgers are down for five calls: what was not read is read again.',
      switchOn: ({ all }) => all.ledgers.fail('down', { times: 5 }),
    },
    slow: {
      shows: 'A ledger answers too late: the call ends after two seconds and is tried again.',
      switchOn: ({ all }) => all.ledgers.fail('slow', { times: 1, route: 'GET /ledgers/:ledger/accounts' }),
    },
    nonsense: {
      shows: 'A ledger answers nonsense: an incident in its part only, until alice has it tried again.',
      switchOn: ({ all }) => all.ledgers.fail('wrong', { times: 1, route: 'GET /ledgers/:ledger/accounts' }),
    },
    lost: {
      shows: 'The figures are published, but the answer is lost: asked again, nothing is published twice.',
      switchOn: ({ all }) => all.filing.fail('duplicate', { times: 1 }),
    },
    mail: {
      shows: 'The mail server is down: the announcement is sent later.',
      switchOn: ({ all }) => all.mailbox.fail('down', { times: 2 }),
    },
    difference: {
      shows: 'A ledger does not add up: accounting enters a correction, and it is looked at again.',
    },
    refused: { shows: 'A reviewer does not sign: controlling has a look, and all sign anew.' },
  },

  async play({ process, client, services, failure, follow }) {
    // Each month is closed once.
    const period = `${2000 + Math.floor(closed / 12)}-${String((closed++ % 12) + 1).padStart(2, '0')}`;
    const cents = failure === 'difference' ? 1200 : 0;
    change(services, cents);
    let refusals = failure === 'refused' ? 1 : 0;
    try {
      const run = await client.start(process, { period }, { businessKey: period });
      const { report, collected } = await follow(run, {
        tasks: {
          Sign: () => ({ signed: refusals-- <= 0 }),
          ...(failure === 'difference' && {
            'Enter a correction': (input) => correctionOf(input as Differing),
          }),
          ...(failure === 'refused' && {
            'Accept the differences': () => ({ accepted: true, corrected: true }),
          }),
        },
        incident: () => 'retry',
      });
      const accounts = collected.reduce((sum, count) => sum + count, 0);
      return report && accounts === 10_000 ? 'published' : `${accounts} accounts, not published`;
    } finally {
      change(services, -cents);
    }
  },
});

/** Makes a ledger wrong by so many cents. */
function change({ all }: Group, cents: number): void {
  const wrong = all.ledgers.database.prepare(
    "update account set cents = cents + ? where ledger = 'galway-2' and account = '1000'",
  );
  wrong.run(cents);
}

function correctionOf({ differences: [difference] }: Differing) {
  const { ledger = '', cents = 0 } = difference ?? {};
  return { correction: { ledger, account: '7000', cents: -cents, reason: 'Booked twice' } };
}
