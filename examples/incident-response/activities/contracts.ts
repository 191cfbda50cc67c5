import { activityContract } from 'batonflow/contract';
import { z } from 'zod';

/** What workflows and the worker agree on. Workflow code imports this file, so nothing of Node may be in it. */

/** A room of its own for everybody who works on the incident. */
export const openRoom = activityContract('openRoom', {
  input: z.object({ fingerprint: z.string(), summary: z.string() }),
  output: z.object({ room: z.string() }),
});

export const postInRoom = activityContract('postInRoom', {
  input: z.object({ room: z.string(), text: z.string() }),
});

/** Pages the engineers of a level: 1 is on call, above come those who help. */
export const page = activityContract('page', {
  input: z.object({ fingerprint: z.string(), summary: z.string(), level: z.number().int().positive() }),
  output: z.object({ pagedLevel: z.number().int() }),
  startToCloseTimeout: '10 seconds',
});

export const readMetrics = activityContract('readMetrics', {
  input: z.object({ service: z.string() }),
  output: z.object({ metrics: z.string() }),
});

export const searchLogs = activityContract('searchLogs', {
  input: z.object({ service: z.string() }),
  output: z.object({ logs: z.string() }),
});

/** The latest deployment of a service, which is what a roll back undoes. */
export const listDeployments = activityContract('listDeployments', {
  input: z.object({ service: z.string() }),
  output: z.object({ deployment: z.string() }),
});

/** Ends in the BPMN error `REMEDY_FAILED` when there is nothing to roll back to. */
export const rollBack = activityContract('rollBack', {
  input: z.object({ service: z.string(), deployment: z.string() }),
});

export const scaleOut = activityContract('scaleOut', { input: z.object({ service: z.string() }) });

export const checkHealth = activityContract('checkHealth', {
  input: z.object({ service: z.string() }),
  output: z.object({ healthy: z.boolean() }),
});

/** Sends a mail to a group of people. */
export const notify = activityContract('notify', {
  input: z.object({ to: z.string(), subject: z.string(), text: z.string() }),
});
