import { defineActivity, env, reveal } from 'batonflow/activity';
import { mail } from 'batonflow/mail';
import * as contracts from './contracts';

const post = mail({ url: env('SMTP_URL'), from: 'Platform <platform@example.com>', timeout: '3 s' });
const operations = env('OPERATIONS_MAIL', 'operations@example.com');

export const announceEnvironment = defineActivity(
  contracts.announceEnvironment,
  async ({ environment, requestedBy, address }) => {
    await post.send({
      to: requestedBy,
      subject: `Your environment ${environment} is ready`,
      text: `You reach it at ${address}.`,
    });
  },
);

export const reportFailure = defineActivity(
  contracts.reportFailure,
  async ({ environment, requestedBy, reason }) => {
    await post.send({
      to: requestedBy,
      subject: `Your environment ${environment} could not be built`,
      text: `${reason}\nWhat had been built is gone again; nothing costs anything.`,
    });
  },
);

export const reportDrift = defineActivity(contracts.reportDrift, async ({ comparisons }) => {
  const lines = comparisons.flatMap(({ environment, differences }) =>
    differences.map((difference) => `${environment}: ${difference}`),
  );
  await post.send({ to: reveal(operations), subject: 'Environments have drifted', text: lines.join('\n') });
});
