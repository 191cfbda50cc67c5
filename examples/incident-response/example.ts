import { randomUUID } from 'node:crypto';
import type { ProcessRun } from 'batonflow/client';
import { http } from 'batonflow/http';
import { defineExample } from '../shared/runner/example';
import { startOperations } from './services';
import { incidentResponse } from './workflows/incident-response.process';
import { respondToIncident } from './workflows/respond-to-incident.process';

const checkout = {
  service: 'checkout',
  summary: 'Checkout fails',
  errorRate: 0.6,
  customers: 40,
  settle: 'PT0.3S',
};
const small = { summary: 'Search is slow', errorRate: 0.02, customers: 5 };

/** What monitoring says where it is not a bad deployment of the checkout. */
const alerts: Readonly<Record<string, Partial<typeof checkout>>> = {
  'no-way-back': { service: 'search', summary: 'Search drops requests' },
  small: { summary: 'Some requests fail', errorRate: 0.002, customers: 3 },
};

export const example = defineExample({
  title: 'Incident response',
  shows:
    'Alerts as messages, the same one counted once; severity by a decision table; paging with escalation; diagnosis side ' +
    'by side; people who decide; several incidents at once, and a signal to all of them for a major one.',
  start: startOperations,
  processes: [respondToIncident, incidentResponse],
  ends: 'healthy',

  failures: {
    monitoring: {
      shows: 'Monitoring is down for two calls: metrics and logs are read again until it answers.',
      switchOn: ({ all }) => all.monitoring.fail('down', { times: 2 }),
    },
    lost: {
      shows: 'The pager pages, but its answer is lost: asked again, it pages nobody twice.',
      switchOn: ({ all }) => all.pager.fail('duplicate', { times: 1, route: 'POST /pages' }),
    },
    pager: {
      shows: 'The pager answers too late: the call ends after two seconds and is tried again.',
      switchOn: ({ all }) => all.pager.fail('slow', { times: 1, route: 'POST /pages' }),
    },
    platform: {
      shows:
        'The platform answers nonsense when asked how the service is: an incident, until alice has it tried again.',
      switchOn: ({ all }) => all.platform.fail('wrong', { times: 1, route: 'GET /services/:service/health' }),
    },
    mail: {
      shows: 'The mail server is down: stakeholders are told later.',
      switchOn: ({ all }) => all.mailbox.fail('down', { times: 2 }),
    },
    again: { shows: 'The same alert comes twice more: it is counted, and nobody is paged again.' },
    'no-way-back': { shows: 'There is nothing to roll back to: somebody decides again, for more instances.' },
    cleared: { shows: 'The alert clears by itself while people look at it.', ends: 'cleared' },
    small: { shows: 'Hardly anybody notices: it is noted for the day.', ends: 'noted' },
  },

  async play({ process, client, services, failure, follow }) {
    const { platform } = services.all;
    const incident = randomUUID().slice(0, 8);
    const alert = { ...checkout, ...alerts[failure ?? ''] };
    const fingerprint = `${alert.service}-${incident}`;
    const elsewhere = `search-too-${incident}`;
    await breakIt(platform.url, alert.service);

    // Two at once: the second one hears of it when the first one becomes a major incident.
    const other = await client.start(process, {
      ...alert,
      ...small,
      service: 'search',
      fingerprint: elsewhere,
    });
    const run = await client.start(process, { ...alert, fingerprint }, { businessKey: fingerprint });
    const remedies = ['rollBack', 'scaleOut'];
    const { healthy, severity } = await follow(run, {
      tasks: {
        Acknowledge: async () => {
          if (failure === 'again') await raise(2);
          return { engineer: 'alice' };
        },
        Decide: async () => {
          if (failure === 'cleared') {
            // Nobody decides any more.
            await client.publish(process, 'Alert cleared', {}, { key: fingerprint });
            return undefined;
          }
          return { remedy: remedies.shift() ?? 'wait', major: true };
        },
        'Write post-mortem': () => ({ learnt: 'Totals are tested now.' }),
      },
      incident: () => 'retry',
    });
    if (healthy) await untilTold(other);
    await client.publish(process, 'Alert cleared', {}, { key: elsewhere });
    await other.result();
    if (healthy) return 'healthy';
    return severity.level === 'P4' ? 'noted' : 'cleared';

    async function raise(times: number) {
      for (let i = 0; i < times; i++) {
        const { service, summary, errorRate, customers } = alert;
        const payload = { fingerprint, service, summary, errorRate, customers };
        await client.publish(process, 'Alert raised', payload, { key: fingerprint });
      }
    }
  },
});

/** Until the room of an incident has heard of the major one. */
async function untilTold(run: Pick<ProcessRun, 'follow'>): Promise<void> {
  for await (const { name, state } of run.follow())
    if (name === 'Post in the room' && state === 'completed') return;
}

/** A deployment that does no good; or more load than it can bear, where there is only one deployment. */
async function breakIt(platform: string, service: string): Promise<void> {
  const services = http({ baseUrl: platform });
  const params = { service };
  if (service === 'search') {
    await services.put('/services/{service}/load', { params, body: { needed: 4, running: 2 } });
    return;
  }
  for (const bad of [false, true]) {
    await services.post('/services/{service}/deployments', { params, body: { bad } });
  }
}
