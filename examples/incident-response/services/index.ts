import { startMailbox } from '../../shared/services/mailbox';
import { startServices } from '../../shared/services/service';
import { startMonitoring } from './monitoring';
import { startPager } from './pager';
import { startPlatform } from './platform';

/** Everything that an incident touches. */
export function startOperations(data?: string) {
  return startServices({
    platform: () => startPlatform(data),
    monitoring: () => startMonitoring(data),
    pager: () => startPager(data),
    mailbox: startMailbox,
  });
}
