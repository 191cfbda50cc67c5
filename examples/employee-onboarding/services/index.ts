import { startDirectory } from '../../shared/services/directory/directory';
import { startMailbox } from '../../shared/services/mailbox';
import { reserveAddress } from '../../shared/services/reserve-address';
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

/** Where workers take the events of HR. */
async function reserveEvents(): Promise<Service> {
  const secrets = { EVENTS_TOKEN: 'only-for-this-example', PASSWORD_SEED: 'only-for-this-example' };
  const env = { EVENTS_URL: `${await reserveAddress()}/events?token=${secrets.EVENTS_TOKEN}`, ...secrets };
  return { env, stop: () => Promise.resolve() };
}
