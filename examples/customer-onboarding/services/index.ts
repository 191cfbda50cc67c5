import { createServer, type AddressInfo } from 'node:net';
import { startMailbox } from '../../shared/services/mailbox';
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

/** An address at which workers take callbacks: it stays the same when one worker follows another. */
async function reserveCallbacks(): Promise<Service> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  await new Promise((resolve) => server.close(resolve));
  const env = { CALLBACK_URL: `http://127.0.0.1:${port}/identity-checks`, CALLBACK_SECRET };
  return { env, stop: () => Promise.resolve() };
}
