import { defineProcess } from 'batonflow/contract';
import { z } from 'zod';

/** Contract of Forms. Generated from forms.bpmn, as the workflow is. */
export const forms = defineProcess({
  type: 'forms',
  name: 'Forms',
  messages: {},
  broadcasts: {},
  tasks: {
    Task_Approve: {
      name: 'Approve request',
      result: z.object({
        decision: z.enum(['approved', 'refused']).meta({ title: 'Decision' }),
        reason: z.string().min(5).max(500).or(z.literal('')).optional().meta({ title: 'Reason' }),
        limit: z.int().min(1).max(10000).meta({ title: 'Limit' }),
        contact: z.object({
          code: z
            .string()
            .min(1)
            .regex(/^[A-Z]{2}-\d{4}$/)
            .meta({ title: 'Cost centre' }),
          mail: z.email().or(z.literal('')).optional().meta({ title: 'E-mail' }),
        }),
        from: z.iso.date().optional().meta({ title: 'Valid from' }),
        at: z
          .string()
          .regex(/^\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/)
          .optional(),
        until: z
          .string()
          .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/)
          .optional(),
        accepted: z.literal(true).meta({ title: 'I have read the rules' }),
        tags: z
          .array(z.enum(['urgent', 'foreign']))
          .optional()
          .meta({ title: 'Tags' }),
        region: z
          .enum([
            'Nordrhein-Westfalen',
            'Baden-Württemberg',
            'Mecklenburg-Vorpommern',
            'Rheinland-Pfalz',
            'Schleswig-Holstein',
          ])
          .meta({ title: 'Region' }),
        level: z.literal([1, 2]).optional().meta({ title: 'Level' }),
        items: z
          .array(
            z.object({
              sku: z.string().min(1).meta({ title: 'Article' }),
              quantity: z.number().min(0).optional().meta({ title: 'Quantity' }),
            }),
          )
          .optional(),
      }),
    },
    Task_Confirm: {
      name: 'Confirm',
      result: z.object({
        confirmed: z.boolean().optional().meta({ title: 'Confirmed' }),
        note: z.string().optional(),
      }),
    },
  },
  elements: {
    Start: { kind: 'startEvent' },
    Task_Approve: { name: 'Approve request', kind: 'userTask' },
    Task_Confirm: { name: 'Confirm', kind: 'userTask' },
    End: { kind: 'endEvent' },
  },
});
