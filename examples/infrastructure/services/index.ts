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

export type InfrastructureServices = Services<typeof starters>;

/** Two cloud providers, our own data centre, a mailbox, and the address at which we are called back. */
export function startInfrastructureServices(): Promise<InfrastructureServices> {
  return startServices(starters);
}
