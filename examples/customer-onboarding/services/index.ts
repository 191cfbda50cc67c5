import { startMailbox } from '../../shared/services/mailbox';
import { reserveAddress } from '../../shared/services/reserve-address';
import { startServices, type Service } from '../../shared/services/service';
import { startBilling } from './billing';
import { startCrm } from './crm';
import { CALLBACK_SECRET, startIdentity } from './identity';
import { startWorkspaces } from './workspaces';

/** Everything that a new customer needs. */
export function startHouse(data?: string) {
  return startServices({
    crm: () => startCrm(data),
    identity: () => startIdentity(data),
    workspaces: () => startWorkspaces(data),
    billing: () => startBilling(data),
    mailbox: startMailbox,
    callbacks: reserveCallbacks,
  });
}

export type House = Awaited<ReturnType<typeof startHouse>>;

/** Where workers take callbacks. */
async function reserveCallbacks(): Promise<Service> {
  const env = { CALLBACK_URL: `${await reserveAddress()}/identity-checks`, CALLBACK_SECRET };
  return { env, stop: () => Promise.resolve() };
}
