import { startMailbox } from '../../shared/services/mailbox';
import { startServices } from '../../shared/services/service';
import { startConsolidation } from './consolidation';
import { startFiling } from './filing';
import { startLedgers } from './ledgers';

/** Everything that a close needs. */
export function startGroup(data?: string) {
  return startServices({
    ledgers: () => startLedgers(data),
    consolidation: () => startConsolidation(data),
    filing: () => startFiling(data),
    mailbox: startMailbox,
  });
}

export type Group = Awaited<ReturnType<typeof startGroup>>;
