import type { BatonClient } from 'batonflow/client';
import { secret, webhook } from 'batonflow/webhook';
import { z } from 'zod';
import { listenAt, type Listening } from '../../shared/workers/listen';
import { customerOnboarding } from '../workflows/customer-onboarding.process';
import { messages } from '../workflows/customer-onboarding.schema';

/** What the provider tells, beside its result: which check it was, and the run that asked for it. */
const Checked = messages.IdentityChecked.extend({ checkId: z.string(), reference: z.string() });

/** Takes the callbacks of the provider of identity checks, and hands each to the run that waits for it, as a message. */
export function takeCallbacks(client: BatonClient, address: string): Promise<Listening> {
  const handler = webhook(client, customerOnboarding, {
    signature: { secret: secret('CALLBACK_SECRET'), header: 'x-signature', prefix: 'sha256=' },
    body: Checked,
    message: ({ body: { checkId, reference, ...payload } }) => ({
      run: reference,
      name: 'IdentityChecked',
      payload,
      id: checkId,
    }),
  });
  return listenAt(address, handler);
}
