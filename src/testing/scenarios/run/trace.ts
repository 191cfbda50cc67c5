import type { DiagramGraph, GraphElement } from '../../../bpmn/diagram-graph';
import { hostOf } from '../file/element-names';

/** One thing that a run has come by, and what it came from. */
export interface TraceEvent {
  readonly id: string;
  /** BPMN type of the element, `sequenceFlow`, or `step` of a workflow written by hand. */
  readonly kind: string;
  /** Indices of the events that it comes from directly, all before it. */
  readonly causes: readonly number[];
}

/** Where a run has been: elements and sequence flows, also those that the run itself does not record. */
export interface Trace {
  readonly events: readonly TraceEvent[];
  /** Event-based gateways, with the events that they wait for, and joins, where tokens are now. */
  readonly held: ReadonlySet<string>;
}

const JOINS: ReadonlySet<string> = new Set(['parallelGateway', 'inclusiveGateway', 'complexGateway']);

/**
 * Reads the path of a run. Start events, gateways and the flows out of event-based gateways are not in it: they follow from
 * the flows that are. In workflows written by hand each step comes from the one before, and is of the kind of the element
 * with its name in the diagram that goes through the same scenarios, if there is one.
 */
export function traceOf(
  path: readonly string[],
  graph: DiagramGraph | undefined,
  counterpart?: DiagramGraph,
): Trace {
  if (!graph) {
    const kinds = new Map(counterpart?.elements.map(({ id, name = id, kind }) => [name, kind]));
    const events = path.map((id, i) => ({
      id,
      kind: kinds.get(id) ?? 'step',
      causes: i === 0 ? [] : [i - 1],
    }));
    return { events, held: new Set() };
  }
  const reader = new TraceReader(graph);
  for (const id of path) reader.read(id);
  return reader.trace;
}

class TraceReader {
  readonly #events: TraceEvent[] = [];
  readonly #processes: ReadonlySet<string>;
  readonly #elements: ReadonlyMap<string, GraphElement>;
  readonly #flows;
  readonly #incoming = new Map<string, string[]>();
  readonly #visits = new Map<string, number[]>();
  /** Flows taken to an element that has not gone on from there. */
  readonly #arrived = new Map<string, number[]>();
  /** Ways from one end of a link, to whose other end the run has not come. */
  readonly #linked: number[] = [];

  constructor({ processes, elements, flows }: DiagramGraph) {
    this.#processes = new Set(processes.map(({ id }) => id));
    this.#elements = new Map(elements.map((element) => [element.id, element]));
    this.#flows = new Map(flows.map((flow) => [flow.id, flow]));
    for (const { id, target } of flows)
      this.#incoming.set(target, [...(this.#incoming.get(target) ?? []), id]);
  }

  get trace(): Trace {
    const held = [...this.#arrived].filter(([id, arrived]) => arrived.length > 0 && this.#holds(id));
    const awaited = held.flatMap(([id]) =>
      [...this.#flows.values()]
        .filter(({ source }) => source === id && this.#isRace(id))
        .map(({ target }) => target),
    );
    return { events: this.#events, held: new Set([...held.map(([id]) => id), ...awaited]) };
  }

  read(id: string): void {
    if (this.#flows.has(id)) this.#flow(id);
    else if (this.#elements.has(id)) this.#element(id);
    else this.#within(id);
  }

  /** A step that has no element of its own: of a listener or a bean, or from one end of a link to the other. */
  #within(id: string): void {
    const host = hostOf(id);
    if (host === undefined) return;
    if (this.#elements.get(host)?.isLink)
      this.#linked.push(this.#add(id, 'sequenceFlow', this.#causesOutOf(host)));
    else if (this.#elements.has(host) || this.#flows.has(host))
      this.#add(id, 'stepWithin', this.#causesAround(host));
    // What listens to the process itself comes before, or behind, all that is in it.
    else if (this.#processes.has(host)) this.#add(id, 'stepWithin', [...this.#events.keys()]);
  }

  #element(id: string): void {
    const race = (this.#incoming.get(id) ?? [])
      .map((flow) => this.#flows.get(flow))
      .find(
        (flow) => flow !== undefined && this.#isRace(flow.source) && this.#pending(flow.source).length > 0,
      );
    if (race) {
      const arrived = this.#pending(race.source).splice(0, 1);
      const gateway = this.#visits.get(race.source)?.at(-1);
      const causes = gateway === undefined ? arrived : [gateway];
      this.#pending(id).push(this.#add(race.id, 'sequenceFlow', causes));
    }
    this.#visit(id);
  }

  #flow(id: string): void {
    const flow = this.#flows.get(id);
    if (!flow) return;
    const { source, target } = flow;
    const isSilent = this.#elements.get(source)?.kind === 'startEvent';
    if (isSilent && this.#isTakenSinceVisit(id, source)) this.#visit(source);
    if (this.#waitsForAll(source) && this.#pending(source).length > 0) this.#visit(source);
    this.#pending(target).push(this.#add(id, 'sequenceFlow', this.#causesOutOf(source)));
    if (this.#isGateway(target) && !this.#waitsForAll(target)) this.#visit(target);
  }

  #visit(id: string): void {
    const pending = this.#pending(id);
    const causes = this.#isRace(id)
      ? pending.slice(-1) // the token stays until an event has won
      : pending.splice(0, this.#waitsForAll(id) ? pending.length : 1);
    const index = this.#add(id, this.#kindOf(id), causes.length > 0 ? causes : this.#causesAround(id));
    this.#visits.set(id, [...(this.#visits.get(id) ?? []), index]);
  }

  /** The start of an event sub-process is something that happens; other start events follow from the way. */
  #kindOf(id: string): string {
    const { kind = 'step', parent = '' } = this.#elements.get(id) ?? {};
    const isEvent = kind === 'startEvent' && this.#elements.get(parent)?.triggeredByEvent;
    return isEvent ? 'eventSubProcessStart' : kind;
  }

  /** Of an element to which no flow leads, or no further one. */
  #causesAround(id: string): readonly number[] {
    const { attachedTo, parent } = this.#elements.get(id) ?? {};
    const before = this.#visits.get(id)?.at(-1);
    const around = [attachedTo, parent].map((one) =>
      one === undefined ? undefined : this.#visits.get(one)?.at(-1),
    );
    const isReached = this.#elements.get(id)?.isLink === true;
    const cause = (isReached ? this.#linked.shift() : undefined) ?? around.find((one) => one !== undefined);
    if (cause !== undefined) return [cause];
    return before === undefined ? [] : (this.#events[before]?.causes ?? []);
  }

  /** What is behind a sub-process comes from everything in it. */
  #causesOutOf(source: string): readonly number[] {
    const visit = this.#visits.get(source)?.at(-1);
    if (visit === undefined) return [];
    const inside = this.#events.flatMap(({ id }, i) => (i > visit && this.#isInside(id, source) ? [i] : []));
    return [visit, ...inside];
  }

  #isInside(id: string, scope: string): boolean {
    const flow = this.#flows.get(id);
    let element = this.#elements.get(flow?.source ?? id);
    while (element && element.parent !== scope) element = this.#elements.get(element.parent);
    return element !== undefined;
  }

  #isTakenSinceVisit(flow: string, source: string): boolean {
    const visit = this.#visits.get(source)?.at(-1);
    return visit === undefined || this.#events.some(({ id }, i) => i > visit && id === flow);
  }

  #add(id: string, kind: string, causes: readonly number[]): number {
    return this.#events.push({ id, kind, causes }) - 1;
  }

  #pending(id: string): number[] {
    const pending = this.#arrived.get(id) ?? [];
    this.#arrived.set(id, pending);
    return pending;
  }

  #holds(id: string): boolean {
    return this.#isRace(id) || this.#waitsForAll(id);
  }

  #isRace(id: string): boolean {
    return this.#elements.get(id)?.kind === 'eventBasedGateway';
  }

  #isGateway(id: string): boolean {
    return this.#elements.get(id)?.kind.endsWith('Gateway') ?? false;
  }

  #waitsForAll(id: string): boolean {
    return JOINS.has(this.#elements.get(id)?.kind ?? '') && (this.#incoming.get(id)?.length ?? 0) > 1;
  }
}
