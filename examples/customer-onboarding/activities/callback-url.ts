import { createHmac, timingSafeEqual } from 'node:crypto';
import { env, reveal, secret } from 'batonflow/activity';

/*
 * The address at which a provider calls back names the run that waits, and is signed: nobody else can send a run messages.
 */

/** Where the answer for a run is to be posted. */
export function callbackUrl(workflowId: string): string {
  const url = new URL('/identity-checks', reveal(env('CALLBACK_URL')));
  url.searchParams.set('run', workflowId);
  url.searchParams.set('signature', signatureOf(workflowId));
  return url.href;
}

/** The run that a callback is for; undefined if the address was not made by {@link callbackUrl}. */
export function runOf(url: URL): string | undefined {
  const run = url.searchParams.get('run') ?? '';
  const given = Buffer.from(url.searchParams.get('signature') ?? '');
  const expected = Buffer.from(signatureOf(run));
  return given.length === expected.length && timingSafeEqual(given, expected) ? run : undefined;
}

function signatureOf(run: string): string {
  return createHmac('sha256', reveal(secret('CALLBACK_SECRET')))
    .update(run)
    .digest('hex');
}
