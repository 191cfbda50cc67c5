import { defineActivity, env } from 'batonflow/activity';
import { mail } from 'batonflow/mail';
import * as contracts from './contracts';

const post = mail({ url: env('SMTP_URL'), from: 'Pipeline <pipeline@example.com>', timeout: '3 s' });

export const announceRelease = defineActivity(
  contracts.announceRelease,
  async ({ branch, commit, committer, image }) => {
    await post.send({
      to: committer,
      subject: `${branch} ${commit.slice(0, 7)} is released`,
      text: `Everybody has ${image} now.`,
    });
  },
);

export const reportFailure = defineActivity(
  contracts.reportFailure,
  async ({ branch, commit, committer, reason, tests, findings }) => {
    const failed = tests.filter(({ passed }) => !passed);
    const lines = [
      reason,
      ...failed.map(({ target, report }) => `The tests fail on ${target}:\n${report}\n`),
      ...findings,
    ].filter((line) => line !== '');
    await post.send({
      to: committer,
      subject: `${branch} ${commit.slice(0, 7)} is not released`,
      text: lines.length > 0 ? lines.join('\n') : 'Nobody has approved it.',
    });
  },
);
