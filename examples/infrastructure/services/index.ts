import type { HttpService } from '../../shared/services/http-service';
import { startMailbox } from '../../shared/services/mailbox';
import { startServices, type Services } from '../../shared/services/service';
import { reserveCallbackAddress } from './callback-address';
import { startDataCentre } from './data-centre';
import { startNimbus } from './nimbus';
import { startStratus } from './stratus';

const starters = {
  stratus: startStratus,
  nimbus: startNimbus,
  dataCentre: startDataCentre,
  mailbox: startMailbox,
  callbacks: reserveCallbackAddress,
};

/** How many of each there are. */
export type Existing = Readonly<
  Record<'databases' | 'servers' | 'firewalls' | 'balancers' | 'inventory', number>
>;

export interface InfrastructureServices extends Services<typeof starters> {
  /** What the providers have of an environment. */
  existing(environment: string): Existing;
}

/** Two cloud providers, our own data centre, a mailbox, and the address at which we are called back. */
export async function startInfrastructureServices(): Promise<InfrastructureServices> {
  const services = await startServices(starters);
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
