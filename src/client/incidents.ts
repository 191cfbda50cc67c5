import type { WorkflowHandle } from '@temporalio/client';
import {
  INCIDENT_KINDS,
  type Incident,
  type IncidentDetails,
  type IncidentEdits,
  type IncidentKind,
} from '../shared/incidents';
import {
  INCIDENT_QUERY,
  INCIDENT_UPDATES,
  INCIDENTS_PATCH,
  INCIDENTS_QUERY,
  SEARCH_ATTRIBUTES,
} from '../shared/names';
import { askRuns, type RunAddress, type RunSources } from './ask-runs';
import { checkSize } from './check-input';
import type { ClientContext } from './context';
import { ClientError } from './errors';
import { explained } from './explain';
import type { ProcessRef } from './process-types';

/** Where an incident is. An incident from `list` is one. */
export interface IncidentAddress {
  readonly workflowId: string;
  /** Default: the latest run with that workflow id. */
  readonly runId?: string;
  /** `<scope path>/<element>#<n>` */
  readonly id: string;
}

/** An open incident of some run. */
export interface OpenIncident extends Incident, IncidentAddress {
  /** Workflow type. */
  readonly process: string;
  readonly runId: string;
}

export interface IncidentFilter extends Omit<RunSources, 'process'> {
  /** Contract, workflow function, or workflow type. */
  readonly process?: ProcessRef;
  readonly element?: string;
  readonly kind?: IncidentKind;
}

/** Who acts, for the record. */
interface Actor {
  readonly user?: string;
}

/** Branches of runs that have stopped at a failure, over all runs. */
export class IncidentClient {
  readonly #context: ClientContext;

  /** Made by the client: `client.incidents`. */
  constructor(context: ClientContext) {
    this.#context = context;
  }

  /**
   * Open incidents, the oldest first. Runs are found by the search attribute `BatonIncident`, which lags by about a
   * second, or, where the server does not have it, by the patch that a run's first incident leaves; then each is asked.
   * Temporal calls: `ListWorkflowExecutions` (not with `workflowId`), `QueryWorkflow` per run.
   *
   * @throws ClientError `no-answer` without a worker
   * @example
   * for (const incident of await client.incidents.list({ process: order, element: 'Task_Charge' }))
   *   await client.incidents.retry(incident);
   */
  async list(filter: IncidentFilter = {}): Promise<OpenIncident[]> {
    const { element, kind } = filter;
    const found = await askRuns(
      this.#context,
      filter,
      () => this.#listFilter(),
      (run) => this.#ask(run),
    );
    return found
      .filter((incident) => incident.state === 'open')
      .filter((incident) => element === undefined || incident.element === element)
      .filter((incident) => kind === undefined || incident.kind === kind)
      .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  }

  /**
   * One incident, open or closed, with the variables as they are seen there. Temporal calls: `QueryWorkflow`.
   *
   * @throws ClientError `incident-gone` if there is no such incident; `not-found`, `no-answer`
   */
  async get({ workflowId, runId, id }: IncidentAddress): Promise<IncidentDetails> {
    const found = await this.#call(`the incident "${id}"`, workflowId, runId, (handle) =>
      handle.query<IncidentDetails | null, [string]>(INCIDENT_QUERY, id),
    );
    if (found) return found;
    const open = (await this.list({ workflowId })).map((incident) => incident.id).join(', ') || 'none';
    throw new ClientError(
      `Incident '${id}' does not exist in the run "${workflowId}". Open incidents: ${open}.`,
      { code: 'incident-gone' },
    );
  }

  /**
   * Does the failed step again, with its idempotency key of before, after changing variables or its input. If it fails
   * again, that is a new incident. Temporal calls: `UpdateWorkflowExecution` (`baton.incident.retry`), as do all below.
   *
   * @returns the incident as it is afterwards
   * @throws InvalidInputError when what is changed does not fit (nothing is changed); ClientError `incident-gone` when
   * somebody else was faster or the branch was interrupted, `not-found`, `no-answer`
   * @example
   * await client.incidents.retry(incident, { variables: { iban: 'DE02…' }, user: 'eve' });
   */
  retry(incident: IncidentAddress, changes: IncidentEdits & Actor = {}): Promise<Incident> {
    return this.#update(incident, 'retry', changes);
  }

  /** Changes variables or the step's input, and leaves the incident open. Errors as for `retry`. */
  edit(incident: IncidentAddress, changes: IncidentEdits & Actor): Promise<Incident> {
    return this.#update(incident, 'edit', changes);
  }

  /**
   * Goes on as if the step had given this result. Errors as for `retry`.
   *
   * @throws InvalidInputError when the result is none that the step could give, by its contract; nothing is changed
   * @example
   * await client.incidents.skip(incident, { receipt: 'paid in cash' }, { user: 'eve' });
   */
  skip(incident: IncidentAddress, result?: unknown, options: Actor = {}): Promise<Incident> {
    return this.#update(incident, 'skip', { ...options, ...(result !== undefined && { result }) });
  }

  /** Lets the failure go on, which fails the run. Errors as for `retry`. */
  fail(incident: IncidentAddress, options: Actor = {}): Promise<Incident> {
    return this.#update(incident, 'fail', options);
  }

  async #listFilter(): Promise<string> {
    const { registered } = await this.#context.searchAttributes();
    if (registered) return `${SEARCH_ATTRIBUTES.incident} IS NOT NULL`;
    const patches = INCIDENT_KINDS.map((kind) => `'${INCIDENTS_PATCH}.${kind}'`);
    return `TemporalChangeVersion IN (${patches.join(', ')})`;
  }

  async #ask({ workflowId, runId, type }: RunAddress): Promise<OpenIncident[]> {
    const incidents = await this.#call('its incidents', workflowId, runId, (handle) =>
      handle.query<readonly Incident[]>(INCIDENTS_QUERY),
    );
    return incidents.map((incident) => ({ ...incident, workflowId, runId, process: type }));
  }

  async #update(
    { workflowId, runId, id }: IncidentAddress,
    act: keyof typeof INCIDENT_UPDATES,
    command: object,
  ): Promise<Incident> {
    checkSize(command, `What is to be done with the incident "${id}"`);
    const name = INCIDENT_UPDATES[act];
    const args: [object] = [{ incident: id, ...command }];
    return this.#call(`${name} of "${id}"`, workflowId, runId, (handle) =>
      handle.executeUpdate<Incident, [object]>(name, { args }),
    );
  }

  #call<T>(
    call: string,
    workflowId: string,
    runId: string | undefined,
    ask: (handle: WorkflowHandle) => Promise<T>,
  ): Promise<T> {
    const { server, client } = this.#context;
    return explained({ server, workflowId, call }, () =>
      this.#context.answered(() => ask(client.workflow.getHandle(workflowId, runId))),
    );
  }
}
