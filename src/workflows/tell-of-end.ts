import { defaultPayloadConverter } from '@temporalio/common';
import {
  CancellationScope,
  ContinueAsNew,
  defineSignal,
  getExternalWorkflowHandle,
  setHandler,
  workflowInfo,
  type WorkflowInterceptors,
} from '@temporalio/workflow';
import { DELIVERY_SIGNALS, TELL_OF_END_HEADER, TELL_OF_END_SIGNAL } from '../shared/delivery';
import { STARTED_BY_MEMO } from '../shared/names';

/**
 * Tells the mailboxes that have asked for it when a run has ended: they hold messages which start the next run for the key
 * that this one was started with. A run that continues as new leaves that to the next one. To tell them itself it would
 * have to wait when it has settled what it hands over, and what came meanwhile would be lost.
 */
export function tellingOfEnd(): Required<Pick<WorkflowInterceptors, 'inbound' | 'outbound'>> {
  const mailboxes = new Set<string>();
  return {
    inbound: [
      {
        execute: async (input, next) => {
          if (workflowInfo().memo?.[STARTED_BY_MEMO] === undefined) return next(input);
          const asked = input.headers[TELL_OF_END_HEADER];
          for (const one of asked ? defaultPayloadConverter.fromPayload<string[]>(asked) : [])
            mailboxes.add(one);
          setHandler(defineSignal<[string]>(TELL_OF_END_SIGNAL), (mailbox) => void mailboxes.add(mailbox));
          let result: unknown;
          try {
            result = await next(input);
          } catch (error) {
            if (!(error instanceof ContinueAsNew)) await tell(mailboxes);
            throw error;
          }
          await tell(mailboxes);
          return result;
        },
      },
    ],
    outbound: [
      {
        continueAsNew: (input, next) => {
          if (mailboxes.size === 0) return next(input);
          const asked = defaultPayloadConverter.toPayload([...mailboxes]);
          return next({ ...input, headers: { ...input.headers, [TELL_OF_END_HEADER]: asked } });
        },
      },
    ],
  };
}

async function tell(mailboxes: Iterable<string>): Promise<void> {
  await CancellationScope.nonCancellable(async () => {
    for (const mailbox of mailboxes)
      await getExternalWorkflowHandle(mailbox)
        .signal(DELIVERY_SIGNALS.ended)
        .catch(() => undefined); // its message has expired, or a wait has taken it
  });
}
