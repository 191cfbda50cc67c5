import { FailureType } from '../shared/errors';
import type {
  EditIncident,
  FailIncident,
  Incident,
  IncidentDetails,
  IncidentEdits,
  IncidentState,
  RetryIncident,
  SkipIncident,
} from '../shared/incidents';
import type { ProcessSpec } from '../shared/process-contract';
import { checkedEdits } from './edited-variables';
import { checked, failure } from './failures';
import { invalidInput } from '../shared/misfit';
import { fieldsOf, type Schema } from '../shared/schema';

/** What a person knows of an incident, and what the step lets them change. */
export interface StoppedStep {
  /** As the next attempt gets it, unless it is edited. */
  readonly input: () => unknown;
  readonly inputSchema: Schema | undefined;
  /** What counts as a result given in place of the step's own; throws if it does not fit. */
  readonly accept: (result: unknown) => unknown;
  /** The variables as they are seen there. */
  readonly vars: object;
}

/** How a branch goes on behind an incident. */
export type Resolution =
  | { readonly kind: 'retried'; readonly edited: unknown }
  | { readonly kind: 'skipped'; readonly result: unknown }
  | { readonly kind: 'failed' };

interface Entry {
  readonly incident: { -readonly [K in keyof Incident]: Incident[K] };
  readonly step: StoppedStep;
  /** What people have changed of the input. */
  edited?: unknown;
  resolution?: Resolution;
}

/** Closed incidents that are remembered: enough to see what was done, and bounded in endless loops. */
const MAX_CLOSED = 100;

/**
 * The incidents of a run. All of it is synchronous: of two people who resolve one incident at the same time, the first
 * wins and the other is told that it is gone.
 */
export class IncidentBoard {
  readonly #entries = new Map<string, Entry>();
  readonly #counts = new Map<string, number>();

  constructor(
    private readonly process: ProcessSpec,
    private readonly onChange: () => void,
  ) {}

  /** @param place - `<scope path>/<element>`; the incidents there are counted */
  open(
    place: string,
    incident: Omit<Incident, 'id' | 'state' | 'createdAt' | 'input'>,
    step: StoppedStep,
  ): string {
    const n = (this.#counts.get(place) ?? 0) + 1;
    this.#counts.set(place, n);
    const id = `${place}#${n}`;
    const entry: Entry = {
      incident: { id, ...incident, state: 'open', createdAt: new Date().toISOString() },
      step,
    };
    this.#entries.set(id, entry);
    this.#forgetOldest();
    this.onChange();
    return id;
  }

  /** Closes an incident whose branch has been interrupted. */
  cancel(id: string): void {
    const entry = this.#entries.get(id);
    if (entry?.incident.state === 'open') this.#close(entry, 'cancelled');
  }

  resolutionOf(id: string): Resolution | undefined {
    return this.#entries.get(id)?.resolution;
  }

  list(): readonly Incident[] {
    return [...this.#entries.values()].map(shown);
  }

  get openIncidents(): readonly Incident[] {
    return this.list().filter(({ state }) => state === 'open');
  }

  /** Ids of the elements that have one, each once. */
  get elements(): readonly string[] {
    return [...new Set(this.openIncidents.map(({ element }) => element))];
  }

  details(id: string): IncidentDetails | undefined {
    const entry = this.#entries.get(id);
    return entry && { ...shown(entry), variables: { ...entry.step.vars } };
  }

  retry(command: RetryIncident, dryRun = false): Incident {
    const entry = this.#openEntry(command);
    const edit = this.#edits(entry, command);
    return this.#change(entry, dryRun, () => {
      edit();
      entry.resolution = { kind: 'retried', edited: entry.edited };
      this.#close(entry, 'retried', command.user);
    });
  }

  edit(command: EditIncident, dryRun = false): Incident {
    const entry = this.#openEntry(command);
    return this.#change(entry, dryRun, this.#edits(entry, command));
  }

  skip(command: SkipIncident, dryRun = false): Incident {
    const entry = this.#openEntry(command);
    const result = entry.step.accept(command.result);
    return this.#change(entry, dryRun, () => {
      entry.resolution = { kind: 'skipped', result };
      this.#close(entry, 'skipped', command.user);
    });
  }

  fail(command: FailIncident, dryRun = false): Incident {
    const entry = this.#openEntry(command);
    return this.#change(entry, dryRun, () => {
      entry.resolution = { kind: 'failed' };
      this.#close(entry, 'failed', command.user);
    });
  }

  /** Checks what is to be changed, and gives the function that changes it. */
  #edits(entry: Entry, { variables, input }: IncidentEdits): () => void {
    const { incident, step } = entry;
    const subject = `incident ${incident.id}`;
    const changed =
      variables === undefined ? undefined : checkedEdits(this.process, step.vars, variables, subject);
    if (input !== undefined)
      checkInput(step.inputSchema, inputOf(entry), input, `${subject}, input of '${incident.element}'`);
    return () => {
      Object.assign(step.vars, changed);
      if (input !== undefined) entry.edited = merged(entry.edited, input);
    };
  }

  #openEntry(command: { readonly incident?: unknown } | undefined): Entry {
    const id = command?.incident;
    const entry = typeof id === 'string' ? this.#entries.get(id) : undefined;
    if (entry?.incident.state === 'open') return entry;
    throw this.#gone(id);
  }

  #gone(id: unknown) {
    const state = typeof id === 'string' ? this.#entries.get(id)?.incident.state : undefined;
    const open = this.openIncidents.map((incident) => incident.id).join(', ') || 'none';
    const why = state === undefined ? 'does not exist in this run' : `was ${state} already`;
    return failure(FailureType.IncidentGone, `Incident '${String(id)}' ${why}. Open incidents: ${open}.`, {
      incident: id,
    });
  }

  #change(entry: Entry, dryRun: boolean, change: () => void): Incident {
    if (!dryRun) {
      change();
      this.onChange();
    }
    return shown(entry);
  }

  #close({ incident }: Entry, state: IncidentState, user?: string): void {
    incident.state = state;
    incident.closedAt = new Date().toISOString();
    if (user !== undefined) incident.closedBy = user;
    this.onChange();
  }

  #forgetOldest(): void {
    const closed = [...this.#entries.values()].filter(({ incident }) => incident.state !== 'open');
    for (const { incident } of closed.slice(0, Math.max(0, closed.length - MAX_CLOSED)))
      this.#entries.delete(incident.id);
  }
}

/** A name that the schema does not know is refused as well: it would be a typing error that changes nothing. */
function checkInput(schema: Schema | undefined, before: unknown, edits: unknown, subject: string): void {
  const result = checked(schema, merged(before, edits), subject);
  const known = fieldsOf(schema);
  if (!known || !isRecord(edits) || !isRecord(result)) return;
  const unknown = Object.keys(edits).filter((name) => !known.includes(name) && !(name in result));
  if (unknown.length === 0) return;
  const message = `there is no such field; there are ${known.join(', ')}`;
  throw invalidInput(
    subject,
    unknown.map((path) => ({ path, message })),
  );
}

function shown(entry: Entry): Incident {
  const input = inputOf(entry);
  return { ...entry.incident, ...(input !== undefined && { input }) };
}

function inputOf({ step, edited }: Entry): unknown {
  return edited === undefined ? step.input() : merged(step.input(), edited);
}

/** Fields that are named replace those of before. */
export function merged(before: unknown, after: unknown): unknown {
  return isRecord(before) && isRecord(after) ? { ...before, ...after } : after;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
