import { startMailbox } from '../../shared/services/mailbox';
import { startRepository } from '../../shared/services/repository';
import { startServices, type Services } from '../../shared/services/service';
import { startDeployments } from './deployments';
import { project } from './project';
import { startScanner } from './scanner';

const starters = {
  repository: () => startRepository(project),
  scanner: startScanner,
  deployments: startDeployments,
  mailbox: startMailbox,
};

export type DeliveryServices = Services<typeof starters>;

/** A git repository, a security scanner, what users are served by, and a mailbox. */
export function startDeliveryServices(): Promise<DeliveryServices> {
  return startServices(starters);
}
