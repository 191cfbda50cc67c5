import { startMailbox } from '../../shared/services/mailbox';
import { startServices } from '../../shared/services/service';
import { startMonitoring } from './monitoring';
import { startPager } from './pager';
import { startPlatform } from './platform';

/** Everything that an incident touches. */
export function startOperations() {
  return startServices({
    platform: startPlatform,
    monitoring: startMonitoring,
    pager: startPager,
    mailbox: startMailbox,
  });
}
