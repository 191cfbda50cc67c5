import { defineProcess } from 'batonflow/contract';
import { z } from 'zod';

/** Contract of Form fields. Generated from form-fields.bpmn, as the workflow is. */
export const formFields = defineProcess({
  type: 'formFields',
  name: 'Form fields',
  startForm: z.looseObject({ amount: z.int().optional().meta({ title: 'Amount' }) }),
  messages: {},
  broadcasts: {},
  tasks: {
    Task_Check: {
      name: 'Check claim',
      result: z.object({
        verdict: z.enum(['pay', 'refuse']).meta({ title: 'Verdict' }),
        remark: z.string().max(200).optional().meta({ title: 'Remark' }),
        share: z.int().min(0).max(100).meta({ title: 'Share in percent' }),
        payOn: z.iso.date().optional(),
        urgent: z.boolean().optional(),
      }),
    },
  },
  elements: {
    Start: { kind: 'startEvent' },
    Task_Check: { name: 'Check claim', kind: 'userTask' },
    End: { kind: 'endEvent' },
  },
});
