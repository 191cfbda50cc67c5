import { createServer, type AddressInfo } from 'node:net';
import { startDirectory } from '../../shared/services/directory/directory';
import { startMailbox } from '../../shared/services/mailbox';
import { startServices, type Service } from '../../shared/services/service';
import { startApplications } from './applications';
import { startAssets } from './assets';
import { startCollaboration } from './collaboration';
import { startHr } from './hr';
import { startLicences } from './licences';

/** Everything that somebody new is given something by. */
export function startCompany(data?: string) {
  return startServices({
    hr: () => startHr(data),
    directory: startPeople,
    assets: () => startAssets(data),
    collaboration: () => startCollaboration(data),
    licences: () => startLicences(data),
    applications: () => startApplications(data),
    mailbox: startMailbox,
    events: reserveEvents,
  });
}

export type Company = Awaited<ReturnType<typeof startCompany>>;

const ROOT = 'DC=example,DC=com';

function startPeople() {
  const group = (name: string) =>
    [`CN=${name},OU=Groups,${ROOT}`, { objectClass: ['top', 'group'] }] as const;
  return startDirectory({
    root: ROOT,
    entries: {
      [`OU=People,${ROOT}`]: { objectClass: ['top', 'organizationalUnit'] },
      [`OU=Groups,${ROOT}`]: { objectClass: ['top', 'organizationalUnit'] },
      ...Object.fromEntries(['engineer', 'sales', 'finance'].map(group)),
    },
  });
}

/** An address at which workers take the events of HR: it stays the same when one worker follows another. */
async function reserveEvents(): Promise<Service> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  await new Promise((resolve) => server.close(resolve));
  const secrets = { EVENTS_TOKEN: 'only-for-this-example', PASSWORD_SEED: 'only-for-this-example' };
  const env = { EVENTS_URL: `http://127.0.0.1:${port}/events?token=${secrets.EVENTS_TOKEN}`, ...secrets };
  return { env, stop: () => Promise.resolve() };
}
