import { Context } from '@temporalio/activity';
import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  type Client,
  type WorkflowStartOptions,
} from '@temporalio/client';
import {
  DELIVERY_ACTIVITIES,
  messageIdentity,
  runIdOfKey,
  TELL_OF_END_SIGNAL,
  type StartAnswer,
  type StartCandidate,
  type StartInTurn,
} from '../../shared/delivery';
import { START_TRIGGER_MEMO, STARTED_BY_MEMO } from '../../shared/names';
import { identityOptions } from '../../shared/run-identity';
import { summaryOf } from '../../shared/summary';
import { ifOpen } from '../../shared/send';
import { workflowTaskQueue } from './delivery';

/** Of those who had the key before, so many are remembered: an attempt that is made again comes soon. */
const REMEMBERED = 20;

/**
 * The built-in activities that start processes for messages and signals.
 *
 * @param areRegistered - whether the server knows Baton's search attributes
 */
export function startActivities(areRegistered: () => Promise<boolean>) {
  /** Whether it was started; not if there is one with this id. */
  const tryToStart = async (
    { type, startEvent, trigger, name = type, description }: StartCandidate,
    input: unknown,
    options: Pick<WorkflowStartOptions, 'workflowId' | 'workflowIdReusePolicy' | 'memo'>,
  ): Promise<boolean> => {
    const { client } = Context.current();
    const registered = await areRegistered();
    const { memo: about, ...id } = options;
    const memo = { ...(trigger && { [START_TRIGGER_MEMO]: trigger }), ...about };
    try {
      await client.workflow.start(type, {
        ...id,
        taskQueue: workflowTaskQueue(),
        args: [input ?? {}],
        staticSummary: summaryOf(name, undefined),
        ...(description !== undefined && { staticDetails: description }),
        ...identityOptions({ type, businessKey: undefined, startEvent, registered, memo }),
      });
      return true;
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
      throw error;
    }
  };

  /** The id comes from that of the message or signal, so that the run is started once. */
  const start = async (started: StartCandidate, workflowId: string, input: unknown): Promise<void> => {
    await tryToStart(started, input, { workflowId, workflowIdReusePolicy: 'REJECT_DUPLICATE' });
  };

  /** The id comes from the key, so that there is one at a time; its memo says whether it was this message's. */
  const startInTurn = async (
    started: StartCandidate,
    { address, message, ask }: StartInTurn,
    input: unknown,
  ): Promise<StartAnswer> => {
    const { client, info } = Context.current();
    const workflowId = runIdOfKey(started.type, address);
    const own = messageIdentity(address, message);
    for (;;) {
      const { isOpen, startedBy } = await latestRun(client, workflowId);
      if (startedBy.includes(own)) return 'started';
      if (isOpen) {
        const mailbox = info.workflowExecution?.workflowId;
        const tell = () => client.workflow.getHandle(workflowId).signal(TELL_OF_END_SIGNAL, mailbox);
        if (!ask || (await ifOpen(tell()))) return 'busy';
      } else {
        const memo = { [STARTED_BY_MEMO]: [own, ...startedBy].slice(0, REMEMBERED) };
        if (await tryToStart(started, input, { workflowId, memo })) return 'started';
      }
    }
  };
  return { [DELIVERY_ACTIVITIES.start]: start, [DELIVERY_ACTIVITIES.startInTurn]: startInTurn };
}

/** The latest run with an id: whether it is open, and which messages started it and those before. */
async function latestRun(
  client: Client,
  workflowId: string,
): Promise<{ readonly isOpen: boolean; readonly startedBy: readonly string[] }> {
  try {
    const { status, memo } = await client.workflow.getHandle(workflowId).describe();
    const startedBy = memo?.[STARTED_BY_MEMO];
    return {
      isOpen: isOpenStatus(status.name),
      startedBy: Array.isArray(startedBy) ? (startedBy as string[]) : [],
    };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { isOpen: false, startedBy: [] };
    throw error;
  }
}

function isOpenStatus(name: string): boolean {
  return name === 'RUNNING' || name === 'PAUSED';
}
