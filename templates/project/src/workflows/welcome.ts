import type { InputOf } from 'batonflow/contract';
import { enter, timer } from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { welcome as process } from './welcome.process';

/** Asks a new customer to confirm the address, reminds once after three days, and gives up after a week. */
export async function welcome(input: InputOf<typeof process>) {
  const { vars, task, firstOf, message, end } = enter(process, input);

  await task('Send welcome', activities.sendMail, { to: vars.mail, subject: 'Welcome! Please confirm' });
  const first = await firstOf({ Confirmed: message('Confirmed'), Remind: timer('P3D') });
  if (first.id === 'Confirmed') return end('Confirmed', { confirmed: true });

  await task('Send reminder', activities.sendMail, { to: vars.mail, subject: 'Are you still there?' });
  const second = await firstOf({ Confirmed: message('Confirmed'), 'Give up': timer('P4D') });
  return end(second.id, { confirmed: second.id === 'Confirmed' });
}
