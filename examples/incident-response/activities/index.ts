import { defineActivity } from 'batonflow/activity';
import { env, http } from 'batonflow/http';
import { mail } from 'batonflow/mail';
import { z } from 'zod';
import * as contracts from './contracts';

/** What the steps of a response do. Each call carries the step's idempotency key: nobody is paged twice by a retry. */

const timeout = '2 seconds';
const platform = http({ baseUrl: env('PLATFORM_URL'), timeout });
const monitoring = http({ baseUrl: env('MONITORING_URL'), timeout });
const pager = http({ baseUrl: env('PAGER_URL'), timeout });
const post = mail({ url: env('SMTP_URL'), from: 'Operations <operations@example.com>', timeout });

const Lines = z.array(z.string());

export const openRoom = defineActivity(contracts.openRoom, async ({ fingerprint, summary }) => {
  const room = `incident-${fingerprint}`;
  await pager.put('/rooms/{room}', { params: { room }, body: { name: room, topic: summary } });
  return { room };
});

export const postInRoom = defineActivity(contracts.postInRoom, async ({ room, text }) => {
  await pager.post('/rooms/{room}/posts', { params: { room }, body: { text } });
});

export const page = defineActivity(contracts.page, async (body) => {
  await pager.post('/pages', { body });
  return { pagedLevel: body.level };
});

export const readMetrics = defineActivity(contracts.readMetrics, async (params) => {
  const answer = z.object({ summary: z.string() });
  const { summary } = await monitoring.get('/services/{service}/metrics', { params, answer });
  return { metrics: summary };
});

export const searchLogs = defineActivity(contracts.searchLogs, async (params) => {
  const lines = await monitoring.get('/services/{service}/logs', { params, answer: Lines });
  return { logs: lines.slice(0, 10).join('\n') };
});

export const listDeployments = defineActivity(contracts.listDeployments, async (params) => {
  const [latest = ''] = await platform.get('/services/{service}/deployments', { params, answer: Lines });
  return { deployment: latest };
});

export const rollBack = defineActivity(contracts.rollBack, async (params) => {
  await platform.post('/services/{service}/deployments/{deployment}/rollback', {
    params,
    errors: { 409: 'REMEDY_FAILED' },
  });
});

export const scaleOut = defineActivity(contracts.scaleOut, async (params) => {
  await platform.post('/services/{service}/instances', { params });
});

export const checkHealth = defineActivity(contracts.checkHealth, (params) =>
  platform.get('/services/{service}/health', { params, answer: z.object({ healthy: z.boolean() }) }),
);

export const notify = defineActivity(contracts.notify, async ({ to, subject, text }) => {
  await post.send({ to: `${to}@example.com`, subject, text });
});
