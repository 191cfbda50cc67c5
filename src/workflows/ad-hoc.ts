import { condition, isCancellation } from '@temporalio/workflow';
import { FailureType } from '../shared/errors';
import { KEY_SEPARATOR } from '../shared/names';
import type { OpenVariables } from '../shared/process-contract';
import type { AdHocState, StartActivity } from '../shared/wire';
import { AdHocBoard } from './ad-hoc-board';
import { readDecision } from './ad-hoc-decision';
import type { EventSubProcesses } from './event-sub-process';
import { shown } from './expressions';
import { failure } from './failures';
import { currentFrame, inFrame, type Frame } from './frame';
import { resumable } from './incidents';
import { isInterrupted, stopIfInterrupted } from './interruption';
import { Nursery } from './nursery';
import { nameOf, type Run } from './run';
import type { ScopeFunction } from './scope';

export interface AdHocOptions {
  /** Ids of the activities that are started at once, in this order; default: all. With none of them, people begin. */
  readonly start?: readonly string[];
  /** One at a time; default: side by side. */
  readonly sequential?: boolean;
  /** Asked when an activity, and what follows it, is done. When it is true the whole is done. */
  readonly until?: () => boolean | Promise<boolean>;
  /** What happens then to activities under way: they are cancelled (the default), or awaited. */
  readonly cancelRemaining?: boolean;
  /**
   * Decides what is done next: asked at the beginning, and each time that an activity is done, with what follows it. What
   * it says under `adHocSubProcess` is done; the rest goes to `assign`. If something was done while it decided, its answer
   * does not count, and it is asked again.
   */
  readonly decide?: () => Promise<unknown>;
  /** Takes the variables that come with a decision. */
  readonly assign?: (variables: OpenVariables) => unknown;
  /** Its event sub-processes, as `scope` takes them. */
  readonly events?: EventSubProcesses;
}

export interface AdHocFunction {
  /**
   * An ad-hoc sub-process: activities that are done in any order, more than once, or not at all. Which are enabled is
   * answered by the query `baton.adHoc`, and the update `baton.adHoc.start` starts one. Without `until` it is done when
   * nothing that was started is under way any more.
   *
   * It is a scope, as `scope` is: an activity that fails cancels the others.
   *
   * Temporal calls: what `scope` calls, `condition`; `setHandler` for the query and the update, with the first of them.
   *
   * @throws ApplicationFailure `ExpressionFailed`, not retried, for a `start` that names no activity of it.
   * @example
   * await adHoc('Prepare', { Book: () => task('Book', …), Pack: () => task('Pack', …) }, { until: () => vars.ready });
   */
  (id: string, activities: Activities, options?: AdHocOptions): Promise<void>;
}

export function adHocIn(run: Run, scope: ScopeFunction): AdHocFunction {
  const board = new AdHocBoard();
  return async (id, activities, options = {}) => {
    await scope(
      id,
      async () => {
        const frame = currentFrame(run.root);
        const state = {
          id: frame.path.slice(0, -KEY_SEPARATOR.length),
          element: id,
          name: nameOf(run.process, id),
        };
        // One that was given and is none is no list either: it would quietly mean all of them.
        const given: unknown = 'start' in options ? options.start : Object.keys(activities);
        const step = { element: id, kind: 'expression', input: () => given } as const;
        const start = isListOf(activities, given)
          ? given
          : await resumable(run, step, (list) => activitiesIn(list, activities, id));
        const adHoc = new AdHoc(state, frame, activities, { ...options, start });
        board.add(adHoc);
        try {
          await adHoc.carryOut();
        } finally {
          board.remove(adHoc);
        }
      },
      options.events,
    );
  };
}

/** Each may be given variables of its own by the one who starts it. */
type Activities = Readonly<Record<string, (own: OpenVariables) => Promise<unknown>>>;

type Identity = Pick<AdHocState, 'id' | 'element' | 'name'>;

interface Activation {
  readonly element: string;
  readonly own?: OpenVariables;
}

/** One ad-hoc sub-process under way. */
export class AdHoc {
  readonly #nursery = new Nursery();
  /** Started, but another one has to end first. */
  readonly #waiting: Activation[] = [];
  #active: readonly string[] = [];
  #isOver = false;
  /** How often it was asked what is to be done next, and whether somebody decides that just now. */
  #asked = 0;
  #isDeciding = false;

  constructor(
    private readonly identity: Identity,
    private readonly frame: Frame,
    private readonly activities: Activities,
    private readonly options: AdHocOptions,
  ) {}

  get state(): AdHocState {
    const isBusy = this.options.sequential === true && this.#active.length > 0;
    const enabled = this.#isOver || isBusy ? [] : Object.keys(this.activities);
    return { ...this.identity, enabled, active: this.#active };
  }

  async carryOut(): Promise<void> {
    const { start = [], sequential = false } = this.options;
    this.#waiting.push(...start.map((element) => ({ element })));
    this.#nursery.start(() => condition(() => this.#isOver));
    this.#ask();
    for (let n = sequential ? 1 : start.length; n > 0; n--) this.#next();
    try {
      await this.#nursery.finished();
    } catch (error) {
      const isEnded = this.#isOver && isCancellation(error);
      if (!isEnded || isInterrupted()) throw error;
    }
  }

  /** Somebody starts an activity; `dryRun` only tells whether that is possible. */
  start({ activity }: StartActivity, dryRun: boolean): void {
    const { enabled, element } = this.state;
    if (!enabled.includes(activity)) {
      const message = `'${activity}' cannot be started in '${element}' now: enabled ${enabled.length > 0 ? `are ${enabled.join(', ')}` : 'is nothing'}.`;
      throw failure(FailureType.NotEnabled, message, { element, activity });
    }
    if (dryRun) return;
    this.#waiting.push({ element: activity });
    this.#next();
  }

  /** Has it decided what comes next, where that is somebody's business. */
  #ask(): void {
    const { decide } = this.options;
    this.#asked++;
    if (!decide || this.#isDeciding) return;
    this.#isDeciding = true;
    this.#nursery.start(async () => {
      for (let answered = 0; answered < this.#asked && !this.#isOver;) {
        answered = this.#asked;
        const answer = await inFrame(this.frame, decide);
        stopIfInterrupted();
        if (answered === this.#asked && !this.#isOver) this.#follow(answer);
      }
      this.#isDeciding = false;
    });
  }

  #follow(answer: unknown): void {
    const { decision, variables } = readDecision(answer, Object.keys(this.activities), this.identity.element);
    this.options.assign?.(variables);
    if (decision.isCompletionConditionFulfilled) this.#end(decision.isCancelRemainingInstances ?? false);
    for (const { elementId, variables: own } of decision.activateElements ?? []) {
      this.#waiting.push({ element: elementId, ...(own && { own }) });
      if (this.options.sequential !== true || this.#active.length === 0) this.#next();
    }
  }

  #end(cancelRemaining: boolean): void {
    this.#isOver = true;
    if (cancelRemaining) this.#nursery.cancel();
  }

  /** Begins what has waited longest. */
  #next(): void {
    const next = this.#waiting.shift();
    const activity = next && this.activities[next.element];
    if (!activity) return;
    const { element, own = {} as OpenVariables } = next;
    this.#active = [...this.#active, element];
    this.#nursery.start(async () => {
      await inFrame(this.frame, () => activity(own));
      stopIfInterrupted();
      const at = this.#active.indexOf(element);
      this.#active = this.#active.filter((_, i) => i !== at);
      const held = this.options.until?.() ?? false;
      this.#goOn(typeof held === 'boolean' ? held : await held);
    });
  }

  /** After an activity has ended. */
  #goOn(isDone: boolean): void {
    if (this.#isOver) return;
    if (isDone) {
      this.#end(this.options.cancelRemaining ?? true);
      return;
    }
    const isLast = this.#waiting.length === 0 && this.#active.length === 0;
    this.#next();
    if (this.options.decide) this.#ask();
    else if (isLast && !this.options.until) this.#isOver = true;
  }
}

function isListOf(activities: Activities, start: unknown): start is readonly string[] {
  const isKnown = (id: unknown) => typeof id === 'string' && Object.hasOwn(activities, id);
  return Array.isArray(start) && start.every(isKnown);
}

function activitiesIn(start: unknown, activities: Activities, element: string): readonly string[] {
  if (isListOf(activities, start)) return start;
  const message = `What is started in '${element}' must be a list of ids of its activities (${Object.keys(activities).join(', ')}); it is ${shown(start)}.`;
  throw failure(FailureType.ExpressionFailed, message, { element });
}
