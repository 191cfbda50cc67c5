/**
 * Workflow interceptors of Baton: `createWorker` and `batonPlugin` add this module to the bundle.
 *
 * @module
 */
import { defaultPayloadConverter } from '@temporalio/common';
import {
  workflowInfo,
  type WorkflowInboundCallsInterceptor,
  type WorkflowInterceptors,
  type WorkflowOutboundCallsInterceptor,
} from '@temporalio/workflow';
import { IDEMPOTENCY_HEADER } from '../shared/names';
import { untilAllIsSaid } from './last-words';
import { limiting } from './limits';
import { tellingOfEnd } from './tell-of-end';

/**
 * Sends the id of the first run of the chain with every activity. Activities know only the current run's id, which a
 * continue-as-new or a reset changes; an idempotency key must survive both.
 */
const sendFirstRunId: WorkflowOutboundCallsInterceptor = {
  scheduleActivity: (input, next) => next({ ...input, headers: withFirstRunId(input.headers) }),
  scheduleLocalActivity: (input, next) => next({ ...input, headers: withFirstRunId(input.headers) }),
};

function withFirstRunId<Headers extends object>(headers: Headers): Headers {
  const { firstExecutionRunId } = workflowInfo();
  return { ...headers, [IDEMPOTENCY_HEADER]: defaultPayloadConverter.toPayload(firstExecutionRunId) };
}

/** A run whose waits were called off ends when their mailboxes know. */
const sayAllBeforeTheEnd: WorkflowInboundCallsInterceptor = {
  execute: (input, next) => untilAllIsSaid(() => next(input)),
};

/** Found by name: Temporal calls the export `interceptors` of every interceptor module once per run. */
export const interceptors = (): WorkflowInterceptors => {
  const telling = tellingOfEnd();
  const limits = limiting();
  return {
    inbound: [...telling.inbound, sayAllBeforeTheEnd, ...limits.inbound],
    outbound: [sendFirstRunId, ...telling.outbound, ...limits.outbound],
  };
};
