import { startMailbox } from '../../shared/services/mailbox';
import { startRepository } from '../../shared/services/repository';
import { startServices, type Services } from '../../shared/services/service';
import { startDeployments } from './deployments';
import { project } from './project';
import { startScanner } from './scanner';

const starters = (data?: string) => ({
  repository: () => startRepository(project),
  scanner: () => startScanner(data),
  deployments: () => startDeployments(data),
  mailbox: startMailbox,
});

export type DeliveryServices = Services<ReturnType<typeof starters>>;

/** A git repository, a security scanner, what users are served by, and a mailbox. */
export function startDeliveryServices(data?: string): Promise<DeliveryServices> {
  return startServices(starters(data));
}
