import type { BoundaryEvent, Flow, Node, Process, Scope } from '../../../src/bpmn/2-model/types';
import type { Expression } from '../../../src/bpmn/2-model/value-types';
import { boundaryEventsOf, firingsOf, flowsTaken, isWork, nodeOf } from './flow-graph';
import { add, areAlike, isReady, tasksIn, type Activity, type Instance } from './instance';

/**
 * The token game of BPMN 2.0, chapter 13, and docs of the project on joins and scopes, played on the model by its own
 * rules and nothing of the compiler's: the yardstick for what compiled processes do.
 *
 * Between two events from outside everything moves that can move. What is left open then is compared with what the
 * compiled process waits for.
 */
export interface Rules {
  /** Picks one of `n` where the rules leave a choice. */
  readonly choose: (n: number) => number;
  readonly holds: (condition: Expression, vars: Vars) => boolean;
}

export type Vars = Readonly<Record<string, unknown>>;

/** A task that is under way, or a timer that is running. */
export interface Open {
  readonly kind: 'activity' | 'timer';
  readonly element: string;
}

export type Ending =
  | { readonly kind: 'completed'; readonly vars: Vars }
  | { readonly kind: 'failed'; readonly what: string; readonly element?: string }
  /** Tokens are left, and nothing that could move one. */
  | { readonly kind: 'stuck' };

/** What an interrupted task still brought: it was told to stop, and ended with a result. */
export interface Late {
  readonly element: string;
  readonly result: Vars;
}

export class NotInTheRules extends Error {}

/** Something that ends more than its own token. */
interface Blow {
  readonly instance: Instance;
  readonly strike: () => void;
}

export class TokenGame {
  readonly visits = new Map<string, number>();
  /** Something was interrupted: then steps may have been visited just before, or not. */
  interrupted = false;
  #vars: Vars;
  #ending: Ending | undefined;
  readonly #root: Instance;
  readonly #agenda: (() => void)[] = [];
  readonly #blows: Blow[] = [];
  #late: Late[] = [];

  constructor(
    process: Process,
    vars: Vars,
    private readonly rules: Rules,
  ) {
    this.#vars = vars;
    this.#root = this.#begin(process, undefined);
    this.#settle();
  }

  get vars(): Vars {
    return this.#vars;
  }

  get open(): readonly Open[] {
    return this.#activities().flatMap(({ node, timers, inner }): Open[] => [
      ...(isWork(node) && !inner ? [{ kind: 'activity' as const, element: node.id }] : []),
      ...[...timers.keys()].map((element): Open => ({ kind: 'timer', element })),
    ]);
  }

  get ending(): Ending | undefined {
    return this.#ending ?? (this.open.length === 0 ? { kind: 'stuck' } : undefined);
  }

  complete(element: string, result: Vars, late: readonly Late[]): void {
    this.#event(late, () => {
      const activity = this.#find(({ node }) => node.id === element && isWork(node));
      this.#vars = { ...this.#vars, ...result };
      this.#done(activity);
    });
  }

  /** A task fails with a BPMN error. */
  fail(element: string, code: string, late: readonly Late[]): void {
    this.#event(late, () => {
      const activity = this.#find(({ node }) => node.id === element && isWork(node));
      activity.instance.running.delete(activity);
      this.#raise(activity, code);
    });
  }

  /** A timer fires: an intermediate event, or a boundary event. */
  fire(element: string, late: readonly Late[]): void {
    this.#event(late, () => {
      const activity = this.#find(({ timers }) => timers.has(element));
      if (activity.node.id === element) this.#done(activity);
      else this.#strike(activity, nodeOf(activity.instance.scope, element) as BoundaryEvent);
    });
  }

  #event(late: readonly Late[], happen: () => void): void {
    this.#late = [...late];
    happen();
    this.#settle();
    const [left] = this.#late;
    if (left) throw new NotInTheRules(`${left.element} was told to stop although nothing interrupts it`);
  }

  #activities(instance = this.#root): Activity[] {
    return [...instance.running].flatMap((activity) => [
      activity,
      ...(activity.inner ? this.#activities(activity.inner) : []),
    ]);
  }

  /** Of several that nothing tells apart, any will do. */
  #find(matches: (activity: Activity) => boolean): Activity {
    const candidates: Activity[] = [];
    for (const activity of this.#activities().filter(matches)) {
      if (!candidates.some((other) => areAlike(activity, other))) candidates.push(activity);
    }
    const found = candidates[candidates.length > 1 ? this.rules.choose(candidates.length) : 0];
    if (!found) throw new NotInTheRules('it is not open');
    return found;
  }

  /** Lets everything move that can; what ends whole scopes comes last, for it makes no difference to what went before. */
  #settle(): void {
    for (;;) {
      const next = this.#agenda.shift() ?? this.#inclusiveJoin();
      if (next) {
        next();
        continue;
      }
      const blows = this.#blows.filter(({ instance }) => !instance.dead);
      if (blows.length === 0) return;
      const blow = blows[blows.length > 1 ? this.rules.choose(blows.length) : 0]!;
      this.#blows.splice(this.#blows.indexOf(blow), 1);
      blow.strike();
    }
  }

  #begin(scope: Scope, parent: Activity | undefined): Instance {
    const instance: Instance = {
      scope,
      parent,
      waiting: new Map(),
      running: new Set(),
      moving: 0,
      dead: false,
    };
    const starts = scope.nodes.filter(
      ({ kind, incoming }) => incoming.length === 0 && kind !== 'boundaryEvent',
    );
    for (const node of starts) this.#move(instance, () => this.#arrive(instance, node));
    this.#move(instance, () => undefined); // an empty scope is over at once
    return instance;
  }

  #move(instance: Instance, step: () => void): void {
    instance.moving += 1;
    this.#agenda.push(() => {
      if (instance.dead) return;
      instance.moving -= 1;
      step();
      if (instance.moving === 0 && instance.running.size === 0 && instance.waiting.size === 0) {
        this.#over(instance);
      }
    });
  }

  #over(instance: Instance): void {
    if (instance.dead) return;
    instance.dead = true;
    if (instance.parent) this.#done(instance.parent);
    else this.#ending = { kind: 'completed', vars: this.#vars };
  }

  #arrive(instance: Instance, node: Node, flow?: Flow): void {
    const kind: string = node.kind;
    if (flow && node.incoming.length > 1 && (kind === 'parallelGateway' || kind === 'inclusiveGateway')) {
      add(instance.waiting, flow.id, 1);
      const full = kind === 'parallelGateway' && node.incoming.every((id) => instance.waiting.has(id));
      if (full) this.#join(instance, node);
      return;
    }
    if (!kind.endsWith('Gateway')) add(this.visits, node.id, 1);
    if (isWork(node) || kind === 'intermediateCatchEvent' || kind === 'subProcess') {
      this.#start(instance, node);
    } else if (node.kind === 'endEvent' && node.trigger) {
      const { trigger } = node;
      this.#blow(instance, () => {
        if (trigger.kind === 'error') this.#raise(instance.parent, trigger.code ?? '');
        else this.#terminate(instance);
      });
    } else this.#leave(instance, node);
  }

  #start(instance: Instance, node: Node): void {
    const activity: Activity = { node, instance, timers: new Map() };
    instance.running.add(activity);
    if (node.kind === 'intermediateCatchEvent') activity.timers.set(node.id, 1);
    for (const event of boundaryEventsOf(instance.scope, node)) {
      if (event.trigger.kind === 'timer') activity.timers.set(event.id, firingsOf(event));
    }
    if (node.kind === 'subProcess') activity.inner = this.#begin(node.scope, activity);
  }

  #done(activity: Activity): void {
    const { instance, node } = activity;
    if (!instance.running.delete(activity)) return;
    this.#move(instance, () => this.#leave(instance, node));
  }

  #leave(instance: Instance, node: Node): void {
    const taken = flowsTaken(instance.scope, node, (condition) => this.rules.holds(condition, this.#vars));
    if (!taken) {
      this.#blow(instance, () => this.#collapse({ kind: 'failed', what: 'NoFlowTaken', element: node.id }));
      return;
    }
    for (const flow of taken) {
      this.#move(instance, () => this.#arrive(instance, nodeOf(instance.scope, flow.target), flow));
    }
  }

  #blow(instance: Instance, strike: () => void): void {
    instance.moving += 1; // the scope is not over before it has struck
    this.#blows.push({ instance, strike });
  }

  /** A BPMN error from an activity: the innermost catcher takes it, of those on one activity the one with its code. */
  #raise(from: Activity | undefined, code: string): void {
    for (let activity = from; activity; activity = activity.instance.parent) {
      const events = boundaryEventsOf(activity.instance.scope, activity.node);
      const catches = (wanted: string | undefined) =>
        events.find(({ trigger }) => trigger.kind === 'error' && trigger.code === wanted);
      const event = catches(code) ?? catches(undefined);
      if (event) {
        this.#strike(activity, event);
        return;
      }
    }
    this.#collapse({ kind: 'failed', what: code });
  }

  /** A boundary event happens. */
  #strike(activity: Activity, event: BoundaryEvent): void {
    const { instance, timers } = activity;
    if (event.interrupting) {
      this.#interrupt([activity]);
      instance.running.delete(activity);
    } else if (timers.get(event.id) === 1) timers.delete(event.id);
    else add(timers, event.id, -1);
    this.#move(instance, () => this.#arrive(instance, event));
  }

  #terminate(instance: Instance): void {
    this.#interrupt([...instance.running]);
    instance.running.clear();
    this.#over(instance);
  }

  #collapse(ending: Ending): void {
    this.#interrupt([...this.#root.running]);
    this.#root.running.clear();
    this.#root.dead = true;
    this.#ending = ending;
  }

  /** Tasks that are under way may still end with a result, which is not lost. */
  #interrupt(activities: readonly Activity[]): void {
    this.interrupted ||= activities.length > 0;
    const told = activities.flatMap((activity) => tasksIn(activity));
    this.#late = this.#late.filter(({ element, result }) => {
      const at = told.indexOf(element);
      if (at < 0) return true;
      told.splice(at, 1);
      this.#vars = { ...this.#vars, ...result };
      return false;
    });
  }

  #join(instance: Instance, node: Node): void {
    for (const id of node.incoming) if (instance.waiting.has(id)) add(instance.waiting, id, -1);
    this.#move(instance, () => this.#leave(instance, node));
  }

  /** An inclusive join that need not wait any longer (13.4.3). */
  #inclusiveJoin(): (() => void) | undefined {
    const instances = [this.#root, ...this.#activities().flatMap(({ inner }) => inner ?? [])];
    const ready = instances.flatMap((instance) =>
      instance.scope.nodes
        .filter((node) => (node.kind as string) === 'inclusiveGateway' && isReady(instance, node))
        .map((node) => () => this.#join(instance, node)),
    );
    return ready.length > 1 ? ready[this.rules.choose(ready.length)] : ready[0];
  }
}
