import { defineProcess } from 'batonflow/contract';
import { enter } from 'batonflow/workflow';
import 'batonflow/decision';
import 'batonflow/feel';
import { z } from 'zod';

const nothing = defineProcess({ type: 'nothing', input: z.object({}) });

/** Workflow code that uses all that workflow code can use. */
export async function doNothing(): Promise<void> {
  enter(nothing, {});
}
