import { ApplicationFailure, condition, isCancellation, patched, workflowInfo } from '@temporalio/workflow';
import { asBpmnError } from '../shared/bpmn-error';
import { causesOf } from '../shared/causes';
import { FailureType } from '../shared/errors';
import type { IncidentChoice, IncidentKind } from '../shared/incidents';
import { INCIDENTS_PATCH } from '../shared/names';
import type { ProcessSpec } from '../shared/process-contract';
import type { Schema } from '../shared/schema';
import { isCaughtBy } from './catch-error';
import { isFailure } from './expressions';
import { failedOn } from './failures';
import { currentFrame } from './frame';
import { merged, type Resolution } from './incident-board';
import { isInterrupted } from './interruption';
import { isCalled, nameOf, type Run } from './run';
import { variablesAround } from './variables-around';

/** What the worker wants of processes that do not say it; the bundler puts it in (see src/workers/incidents-by-default.ts). */
declare const BATON_INCIDENTS: boolean | undefined;

/** Something that can be done again, or skipped, when it has failed. */
export interface Resumable {
  /** Default: what the failure names. */
  readonly element: string | undefined;
  readonly kind: IncidentKind;
  /** What it would be given if nobody edited it; undefined for nothing that can be edited. */
  readonly input?: () => unknown;
  readonly inputSchema?: Schema | undefined;
  /** Checks a result that is given in its place, after this failure; default: anything is one. */
  readonly accept?: (result: unknown, error: unknown) => unknown;
}

/**
 * Carries out a step. Where the process asks for incidents, a failure does not leave it, but stops here until somebody
 * has said how to go on: the step is done again, or a result given in its place, or the failure goes on after all.
 *
 * Temporal calls: none without a failure; then `patched` for the first one of a kind, `condition`, and
 * `upsertSearchAttributes` where those are registered.
 */
export async function resumable<T>(
  run: Run,
  step: Resumable,
  attempt: (input: unknown) => T | Promise<T>,
): Promise<T> {
  let edited: unknown;
  const input = () => (edited === undefined ? step.input?.() : merged(step.input?.(), edited));
  for (;;) {
    try {
      return await attempt(input());
    } catch (error) {
      const element = step.element ?? failedOn(error).element;
      const kind = element === undefined ? undefined : kindOf(run, error, step.kind);
      if (element === undefined || kind === undefined) throw error;
      const resolution = await stop(run, { ...step, element, kind, input }, error);
      if (resolution.kind === 'skipped') return resolution.result as T;
      if (resolution.kind === 'failed') {
        run.givenUp.add(error as object);
        throw error;
      }
      edited = resolution.edited === undefined ? edited : merged(edited, resolution.edited);
    }
  }
}

type Stopped = Resumable & { readonly element: string; readonly input: () => unknown };

/** Stands at an incident until it is resolved; closes it when the branch is interrupted. */
async function stop(
  run: Run,
  { element, kind, input, inputSchema, accept = (result) => result }: Stopped,
  error: unknown,
): Promise<Resolution> {
  const frame = currentFrame(run.root);
  const { index } = frame.around;
  const code = asBpmnError(error)?.code;
  const innermost = [...causesOf(error)].at(-1);
  const type = (innermost as { type?: unknown } | undefined)?.type;
  const id = run.incidents.open(
    `${frame.path}${element}`,
    {
      element,
      name: nameOf(run.process, element),
      kind,
      message: innermost?.message ?? String(error),
      ...(typeof type === 'string' && { failureType: type }),
      ...(code !== undefined && { code }),
      ...(index !== undefined && { index }),
    },
    {
      input,
      inputSchema,
      accept: (result) => accept(result, error),
      vars: variablesAround() ?? run.vars,
    },
  );
  try {
    await condition(() => run.incidents.resolutionOf(id) !== undefined);
  } finally {
    run.incidents.cancel(id);
  }
  return run.incidents.resolutionOf(id) as Resolution;
}

/** What kind of incident a failure is; undefined if it has to go on. */
function kindOf(run: Run, error: unknown, kind: IncidentKind): IncidentKind | undefined {
  // Bugs in workflow code are Temporal's to retry, and who is interrupted stops at nothing.
  if (!isFailure(error) || isCancellation(error) || isInterrupted()) return undefined;
  // Somebody has decided that it fails.
  for (const cause of causesOf(error)) if (run.givenUp.has(cause)) return undefined;
  if (isCaughtBy(currentFrame(run.root).around.errors ?? [], error)) return undefined;
  // A called process hands its BPMN errors to its caller.
  if (asBpmnError(error)) return isCalled(run) ? undefined : wanted(run.process, 'error');
  const own = error instanceof ApplicationFailure ? ownKinds[error.type ?? ''] : undefined;
  if (failedOn(error).message !== undefined) return wanted(run.process, 'message');
  return own === null ? undefined : wanted(run.process, own ?? kind);
}

/** Failures of Baton's that say more than where they came up; null for those that doing it again cannot change. */
const ownKinds: Readonly<Record<string, IncidentKind | null>> = {
  [FailureType.NoFlowTaken]: 'gateway',
  [FailureType.LimitExceeded]: null,
  [FailureType.TransactionCancelled]: null,
};

/**
 * Whether this run stops at failures of that kind. The first failure decides it by what contract and worker say then,
 * and the history keeps that: replay does the same, whatever they say by now.
 */
function wanted({ incidents }: ProcessSpec, kind: IncidentKind): IncidentKind | undefined {
  const isReplaying = workflowInfo().unsafe.isReplaying;
  const choice = incidents ?? workerDefault();
  return (isReplaying || includes(choice, kind)) && patched(`${INCIDENTS_PATCH}.${kind}`) ? kind : undefined;
}

function includes(choice: IncidentChoice, kind: IncidentKind): boolean {
  return typeof choice === 'boolean' ? choice : choice.includes(kind);
}

function workerDefault(): boolean {
  return typeof BATON_INCIDENTS !== 'undefined' && BATON_INCIDENTS === true;
}
