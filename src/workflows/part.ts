import {
  condition,
  defineSignal,
  isCancellation,
  setHandler,
  startChild,
  workflowInfo,
  type ChildWorkflowHandle,
  type ChildWorkflowOptions,
} from '@temporalio/workflow';
import {
  PART_IDS,
  VARIABLES_SIGNAL,
  type Continued,
  type PartResult,
  type PartState,
} from '../shared/continuation';
import { CALLER_HEARS_MEMO } from '../shared/names';
import type { OutputOf, ProcessSpec } from '../shared/process-contract';
import { businessKeyOf, identityOptions, processKey } from '../shared/run-identity';
import { summaryOf } from '../shared/summary';
import { Branches } from './branches';
import { childId } from './call';
import { datesIn } from './dates';
import { currentFrame, inFrame, type Frame } from './frame';
import { isCalled, nameOf, type Run } from './run';
import { terminatedBy, termination } from './terminate';
import { arrives, goOn } from './turn';
import { applyChanges, changesOf, VariableWatch, type VariableChanges } from './variable-changes';

export interface PartFunctions<P extends ProcessSpec> {
  /**
   * Like `turn`, for a loop in a branch or in guarded work, in a function of its own. When the history has become long,
   * the rest of that function is done by another run, a child workflow, which takes the variables over and gives back
   * those that it has changed. Resolves to whether that has happened; then there is nothing more to do.
   *
   * The child is a run of the same workflow, whose function says what the part is: see `part`. It continues as new by
   * itself. Errors that nobody catches in it come up here, as from a call, and so do escalations; interrupting the branch
   * cancels it. Variables that change here meanwhile are sent to it; those that it changes arrive when it has ended.
   *
   * Temporal calls: `workflowInfo`; when it is time `startChild`, and a signal to the child at a change of variables.
   *
   * @param id - of the loop.
   * @example
   * async function watchTemperature() {
   *   while (true) {
   *     if (await handOver('Measure')) return;
   *     assign(await task('Measure', activities.measure, vars));
   *   }
   * }
   */
  handOver(id: string): Promise<boolean>;
  /**
   * Does a part that `handOver` has handed over: the function that the loop is in, which skips what was done before.
   *
   * Temporal calls: `setHandler` for the signal `baton.variables`.
   *
   * @example
   * if (continued?.at === 'Measure') return part(watchTemperature);
   */
  part(body: () => Promise<unknown>): Promise<OutputOf<P>>;
}

const variablesChanged = defineSignal<[VariableChanges]>(VARIABLES_SIGNAL);

export function partsIn<P extends ProcessSpec>(run: Run): PartFunctions<P> {
  const { continuation } = run;
  return {
    handOver: async (id) => {
      if ((await arrives(id, run)) || !continuation.isDue) return false;
      if (continuation.isMain) {
        await goOn(id, run);
        return false;
      }
      await doElsewhere(run, id);
      return true;
    },
    part: async (body) => {
      setHandler(variablesChanged, (changes) => {
        applyChanges(run.vars, changes);
        run.changes?.ignore([...Object.keys(changes.changed), ...changes.removed]);
      });
      const branches = new Branches();
      branches.start(() => inFrame(run.root.with({ branches }), () => continuation.inMain(branches, body)));
      const terminated = await terminationOf(branches.finished());
      const result: PartResult = { ...resultOf(run), ...(terminated && { terminatedBy: terminated }) };
      return result as unknown as OutputOf<P>;
    },
  };
}

/** The terminate end event that has ended it, if it was one: that is not for this run to deal with. */
async function terminationOf(work: Promise<void>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    const id = terminatedBy(error);
    if (id === undefined) throw error;
    return id;
  }
}

function resultOf({ vars, changes, continuation, progress }: Run): PartResult {
  const { elements, path } = progress.snapshot();
  const names = new Set([...(continuation.part?.changed ?? []), ...(changes?.names ?? [])]);
  const { sliceResult } = continuation;
  return {
    ...changesOf(vars, [...names]),
    progress: { elements, path },
    ...(sliceResult && { slice: sliceResult }),
  };
}

/**
 * Has a part of this run done by a child workflow: the same workflow function, called with `continued.at`. Resolves when
 * the child has ended and its changes of variables are those of this run; a terminate end event in it counts as one here.
 */
export async function doElsewhere(run: Run, at: string): Promise<void> {
  const frame = currentFrame(run.root);
  const workflowId = childId(frame.nextKey(`${at}${PART_IDS.rest}`));
  const result = await run.escalations.during(workflowId, frame, async () => {
    const others = new VariableWatch(run.vars);
    const child = await startChild<PartWorkflow>(workflowInfo().workflowType, {
      ...optionsFor(run, at, frame),
      workflowId,
      args: [run.vars, continuedIn(run, at, frame)],
    });
    return resultWhileTelling(child, others);
  });
  applyChanges(run.vars, result);
  run.progress.add(result.progress);
  if (result.terminatedBy !== undefined) throw termination(result.terminatedBy);
}

/** The workflow function of this run, as a part of it is done by a child. */
export type PartWorkflow = (vars: unknown, continued: Continued) => Promise<PartResult>;

function continuedIn(run: Run, at: string, frame: Frame): Continued {
  return {
    at,
    state: { dates: datesIn(run.vars), occurrences: frame.occurrences },
    part: partOf(run, frame),
  };
}

/** What the child has to know of what is around it here. */
export function partOf(run: Run, { path, around: { errors = [] } }: Frame): PartState {
  return {
    path,
    ...(errors.length > 0 && {
      errors: errors.map(({ kind, code }) => ({ kind, ...(code !== undefined && { code }) })),
    }),
    ...(isCalled(run) && { called: true }),
    changed: [],
  };
}

/** Who the child is; it inherits what says who this run is. */
export function optionsFor(run: Run, at: string, frame: Frame): ChildWorkflowOptions {
  const info = workflowInfo();
  const businessKey = businessKeyOf(info);
  const registered = info.typedSearchAttributes.get(processKey) !== undefined;
  const { [CALLER_HEARS_MEMO]: _, ...memo } = info.memo ?? {};
  return {
    staticSummary: summaryOf(nameOf(run.process, at), businessKey),
    ...identityOptions({
      type: info.workflowType,
      businessKey,
      registered,
      memo: { ...memo, ...run.escalations.memoFor(frame) },
    }),
  };
}

/** What the child gives back. Until then it hears of variables that others change. */
async function resultWhileTelling(
  child: ChildWorkflowHandle<PartWorkflow>,
  others: VariableWatch,
): Promise<PartResult> {
  let hasEnded = false;
  const result = child.result().finally(() => (hasEnded = true));
  result.catch(() => undefined); // it is awaited below
  try {
    for (;;) {
      await condition(() => hasEnded || others.names.length > 0);
      if (hasEnded) break;
      await child.signal(variablesChanged, others.take()).catch((error: unknown) => {
        if (isCancellation(error)) throw error; // else the child has just ended
      });
    }
  } catch (error) {
    // Interrupting waits for the child.
    if (!isCancellation(error)) throw error;
  }
  return result;
}
