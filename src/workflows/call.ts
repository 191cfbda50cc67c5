import { executeChild, workflowInfo, type ChildWorkflowOptions } from '@temporalio/workflow';
import { FailureType } from '../shared/errors';
import type { InputOf, OpenVariables, OutputOf, ProcessSpec } from '../shared/process-contract';
import { businessKeyOf, identityOptions, processKey } from '../shared/run-identity';
import { namedFields } from '../shared/schema';
import { bytesOf, summaryOf } from '../shared/summary';
import { workflowType } from '../shared/workflow-type';
import { shown } from './expressions';
import { checked, failure } from './failures';
import { currentFrame } from './frame';
import { resumable } from './incidents';
import { nameOf, visit, type Run } from './run';

/** Temporal's options for child workflows, with ids and search attributes taken care of. */
export interface CallOptions extends Omit<ChildWorkflowOptions, 'searchAttributes' | 'typeInfo'> {
  /** Name of the call in the UI. Default: the element's name in the contract, else its id. */
  readonly name?: string;
  /** Default: that of the caller. */
  readonly businessKey?: string;
  /** Where the called process begins, if it has several start events. Default: the one without a trigger. */
  readonly startEvent?: string;
}

export interface CallFunction {
  /**
   * Runs another process as one step of this one and returns its result: one that a diagram compiled to or one that was
   * written by hand, in a run of its own that ends with the caller's.
   *
   * Of the input only the fields that the contract names are sent. A BPMN error that the called process does not catch
   * is one of the caller's, so boundary events on the call catch it; so is an escalation. Interrupting the call cancels
   * the called process and waits until it has ended, unless the options' `cancellationType` says otherwise.
   *
   * Temporal calls: `executeChild(type, options)`, with the step's name and the business key as `staticSummary` and
   * `<workflow id>/<start of the first run id>/<scope path>/<id>#<occurrence>` as `workflowId`. The called run gets the
   * business key and, where the server knows them, the search attributes that the client gives to those it starts.
   *
   * @param id - names the step in progress and UI: an element id, or a few words.
   * @param process - contract of the called process.
   * @throws ChildWorkflowFailure when the called process fails; its cause is the failure.
   * @example
   * const { trackingCode } = await call('Ship', shipping, { orderId, address });
   */
  <P extends ProcessSpec>(
    id: string,
    process: P,
    input: NoInfer<InputOf<P>>,
    options?: CallOptions,
  ): Promise<OutputOf<P>>;
  /** Variables without a schema fit any process; its own schema checks them. */
  <P extends ProcessSpec>(
    id: string,
    process: P,
    input: OpenVariables,
    options?: CallOptions,
  ): Promise<OutputOf<P>>;
  /** A process that is known by name only when it is called: its workflow type, or its id in a diagram. */
  (id: string, process: string, input: object, options?: CallOptions): Promise<OpenVariables>;
}

/** The server refuses longer workflow ids; some of it is left for what processes called by the called one add. */
const MAX_ID_BYTES = 800;

/** An expression may have given it. */
function checkCallable(process: unknown, element: string): void {
  if (typeof process === 'string' ? process !== '' : typeof process === 'object' && process !== null) return;
  const message = `What '${element}' calls must be the id of a process; it is ${shown(process)}.`;
  throw failure(FailureType.ExpressionFailed, message, { element });
}

export function callIn(run: Run): CallFunction {
  return (id: string, process: ProcessSpec | string, input: object, options: CallOptions = {}) =>
    visit(run, id, (key) => {
      checkCallable(process, id);
      const caller = workflowInfo();
      const {
        name = nameOf(run.process, id),
        businessKey = businessKeyOf(caller),
        startEvent,
        ...temporal
      } = options;
      const registered = caller.typedSearchAttributes.get(processKey) !== undefined;
      const contract = typeof process === 'string' ? undefined : process;
      const type = typeof process === 'string' ? workflowType(process, run.process.deployment) : process.type;
      const frame = currentFrame(run.root);
      const memo = { ...run.escalations.memoFor(frame), ...temporal.memo };
      const { workflowId = childId(key) } = temporal;
      const child = (sent: unknown) =>
        executeChild<(input: unknown) => Promise<OpenVariables>>(type, {
          staticSummary: summaryOf(name, businessKey),
          ...(contract?.description !== undefined && { staticDetails: contract.description }),
          ...temporal,
          workflowId,
          ...identityOptions({ ...temporal, memo, type, businessKey, startEvent, registered }),
          args: [sent],
        });
      const step = {
        element: id,
        kind: 'call',
        input: () => namedFields(contract?.input, input),
        inputSchema: contract?.input,
        accept: (result: unknown) => checked(contract?.output, result, `result of '${id}'`) as OpenVariables,
      } as const;
      return resumable(run, step, (sent) => run.escalations.during(workflowId, frame, () => child(sent)));
    });
}

/**
 * The same on every replay, and after a reset; not that of a call by an earlier run with the caller's workflow id, which
 * may still be ending.
 */
export function childId(key: string): string {
  const { workflowId, firstExecutionRunId } = workflowInfo();
  const id = `${workflowId}/${firstExecutionRunId.slice(0, 8)}/${key}`;
  return bytesOf(id) <= MAX_ID_BYTES ? id : `${firstExecutionRunId}/${key}`;
}
