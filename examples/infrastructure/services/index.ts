import type { HttpService } from '../../shared/services/http-service';
import { startMailbox } from '../../shared/services/mailbox';
import { reserveAddress } from '../../shared/services/reserve-address';
import { startServices, type Service, type Services } from '../../shared/services/service';
import { startDataCentre } from './data-centre';
import { CALLBACK_SECRET, startNimbus } from './nimbus';
import { startStratus } from './stratus';

const starters = (data?: string) => ({
  stratus: () => startStratus(data),
  nimbus: () => startNimbus(data),
  dataCentre: () => startDataCentre(data),
  mailbox: startMailbox,
  callbacks: reserveCallbacks,
});

/** How many of each there are. */
export type Existing = Readonly<
  Record<'databases' | 'servers' | 'firewalls' | 'balancers' | 'inventory', number>
>;

export interface InfrastructureServices extends Services<ReturnType<typeof starters>> {
  /** What the providers have of an environment. */
  existing(environment: string): Existing;
}

/** Two cloud providers, our own data centre, a mailbox, and the address at which we are called back. */
export async function startInfrastructureServices(data?: string): Promise<InfrastructureServices> {
  const services = await startServices(starters(data));
  const { stratus, nimbus, dataCentre } = services.all;
  return {
    ...services,
    existing: (environment) => ({
      databases: count(stratus, 'database', 'name', environment),
      servers: count(nimbus, 'server', 'name', `${environment}-%`),
      firewalls: count(dataCentre, 'firewall', 'environment', environment),
      balancers: count(dataCentre, 'balancer', 'environment', environment),
      inventory: count(dataCentre, 'inventory', 'environment', environment),
    }),
  };
}

function count({ database }: HttpService, table: string, column: string, name: string): number {
  const query = database.prepare(`select count(*) as n from ${table} where ${column} like ?`);
  return (query.get(name) as { n: number }).n;
}

/** Where workers take callbacks. */
async function reserveCallbacks(): Promise<Service> {
  const env = { CALLBACK_URL: `${await reserveAddress()}/servers`, CALLBACK_SECRET };
  return { env, stop: () => Promise.resolve() };
}
