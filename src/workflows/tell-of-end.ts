import {
  CancellationScope,
  defineSignal,
  getExternalWorkflowHandle,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { DELIVERY_SIGNALS, TELL_OF_END_SIGNAL } from '../shared/delivery';
import { STARTED_BY_MEMO } from '../shared/names';

/**
 * Runs the workflow function of a run to its end, and tells the mailboxes that have asked for it: they hold messages which
 * start the next run for the key that this one was started with. A run that continues as new tells them too, and they
 * ask the next one.
 */
export async function thenTellOfEnd<T>(workflow: () => Promise<T>): Promise<T> {
  if (workflowInfo().memo?.[STARTED_BY_MEMO] === undefined) return workflow();
  const mailboxes = new Set<string>();
  setHandler(defineSignal<[string]>(TELL_OF_END_SIGNAL), (mailbox) => void mailboxes.add(mailbox));
  try {
    return await workflow();
  } finally {
    await CancellationScope.nonCancellable(async () => {
      for (const mailbox of mailboxes)
        await getExternalWorkflowHandle(mailbox)
          .signal(DELIVERY_SIGNALS.ended)
          .catch(() => undefined); // its message has expired, or a wait has taken it
    });
  }
}
