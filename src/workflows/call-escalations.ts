import {
  CancellationScope,
  condition,
  defineSignal,
  getExternalWorkflowHandle,
  isCancellation,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { CALLER_HEARS_MEMO, ESCALATION_ACCEPTED_SIGNAL, ESCALATION_SIGNAL } from '../shared/names';
import type { EscalationEnvelope } from '../shared/wire';
import { tell } from './escalation';
import type { Frame } from './frame';
import { isInterrupted } from './interruption';

const escalated = defineSignal<[EscalationEnvelope]>(ESCALATION_SIGNAL);
const accepted = defineSignal<[number]>(ESCALATION_ACCEPTED_SIGNAL);

/** A process that is being called: what is around the call. */
interface Call {
  readonly frame: Frame;
  readonly scope: CancellationScope;
}

/**
 * Escalations on their way from called processes to their callers. The called process waits until its caller has
 * accepted what it told; a caller that ends the call because of it never does, but cancels the called process.
 */
export class CallEscalations {
  readonly #calls = new Map<string, Call>();
  readonly #accepted = new Set<number>();
  #told = 0;

  /** Temporal calls: `setHandler`. */
  handle(): void {
    setHandler(escalated, (envelope) => this.#hear(envelope));
    setHandler(accepted, (number) => void this.#accepted.add(number));
  }

  /** What a called process has to know: whether anybody around the call would hear an escalation. */
  memoFor({ around }: Frame): Record<string, unknown> {
    return around.catcher || this.#isHeard ? { [CALLER_HEARS_MEMO]: true } : {};
  }

  /** Runs a call, during which escalations of the called process are heard. */
  async during<T>(workflowId: string, frame: Frame, call: () => Promise<T>): Promise<T> {
    this.#calls.set(workflowId, { frame, scope: CancellationScope.current() });
    try {
      return await call();
    } finally {
      this.#calls.delete(workflowId);
    }
  }

  /** Tells the caller of this run, if there is one that hears it. Temporal calls: a signal to the calling workflow. */
  async tellCaller(code: string | undefined): Promise<void> {
    const { parent, workflowId: from } = workflowInfo();
    if (!parent || !this.#isHeard) return;
    const number = ++this.#told;
    try {
      const caller = getExternalWorkflowHandle(parent.workflowId, parent.runId);
      await caller.signal(escalated, { from, number, ...(code !== undefined && { code }) });
    } catch (error) {
      if (isCancellation(error)) throw error;
      return; // the caller has ended meanwhile, so nobody hears it
    }
    await condition(() => this.#accepted.has(number));
  }

  get #isHeard(): boolean {
    return workflowInfo().memo?.[CALLER_HEARS_MEMO] === true;
  }

  async #hear({ from, number, code }: EscalationEnvelope): Promise<void> {
    const call = this.#calls.get(from);
    if (!call) return; // it is being cancelled
    if (!tell(call.frame.around.catcher, code)) await this.tellCaller(code);
    if (isInterrupted(call.scope)) return;
    // One that has ended meanwhile waits no more: that is the call's to tell, and no failure of this run.
    await CancellationScope.nonCancellable(() =>
      getExternalWorkflowHandle(from).signal(accepted, number),
    ).catch(() => undefined);
  }
}
