import { bpmnError } from 'batonflow/activity';
import type { HttpAnswer } from 'batonflow/http';
import { z } from 'zod';

/** A provider says no, and asking again would not help: the process goes on without it. */
export function notPossible({ body }: HttpAnswer): Error {
  const { message } = z.object({ message: z.string() }).parse(body);
  return bpmnError('NOT_POSSIBLE', { message, variables: { reason: message } });
}
