import { z } from 'zod';

/** What a monitoring system says when it raises an alert; the process starts with it. */
export const Alert = z.object({
  /** The same for alerts about the same thing. */
  fingerprint: z.string().min(1),
  service: z.string().min(1),
  summary: z.string().min(1),
  /** Share of requests that fail, 0 to 1. */
  errorRate: z.number().min(0).max(1),
  /** How many customers are affected. */
  customers: z.number().int().nonnegative(),
});

export const Severity = z.object({
  level: z.enum(['P1', 'P2', 'P3', 'P4']),
  /** How long one level of engineers has before the next one is paged: an ISO 8601 duration. */
  patience: z.string(),
});

export const Remedy = z.enum(['rollBack', 'scaleOut', 'wait']);

export const Variables = Alert.extend({
  /** How long a remedy has before it is looked whether it helped. */
  settle: z.iso.duration().default('PT2M'),

  severity: Severity.default({ level: 'P4', patience: 'PT24H' }),
  /** How often this was raised while the incident was open. */
  alerts: z.number().int().default(1),
  room: z.string().default(''),
  pagedLevel: z.number().int().default(0),
  engineer: z.string().default(''),
  metrics: z.string().default(''),
  logs: z.string().default(''),
  deployment: z.string().default(''),
  remedy: Remedy.default('wait'),
  major: z.boolean().default(false),
  healthy: z.boolean().default(false),
  /** Fingerprint of a major incident that was declared. */
  majorIncident: z.string().default(''),
  learnt: z.string().default(''),
});

/** What the completion of a human task must look like, by element id. */
export const tasks = {
  Task_Acknowledge: z.object({ engineer: z.string().min(1) }),
  Task_Decide: z.object({ remedy: Remedy, major: z.boolean().default(false) }),
  Task_PostMortem: z.object({ learnt: z.string().min(1) }),
};

/** What messages carry. */
export const messages = { 'Alert raised': Alert, 'Alert cleared': z.object({}) };

/** What signals carry. */
export const broadcasts = { 'Major incident': z.object({ majorIncident: z.string() }) };
