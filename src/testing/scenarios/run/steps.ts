import type { WorkflowHandle } from '@temporalio/client';
import { isClientError } from '../../../client/errors';
import type { OpenIncident } from '../../../client/incidents';
import type { OpenTask } from '../../../client/tasks';
import { lengthOf, parseIsoDuration } from '../../../shared/durations';
import {
  AD_HOC_QUERY,
  MESSAGE_SIGNAL,
  SET_VARIABLES_UPDATE,
  START_ACTIVITY_UPDATE,
  WAITS_QUERY,
} from '../../../shared/names';
import type { AdHocState, MessageEnvelope, OpenWaits } from '../../../shared/wire';
import type { Step } from '../file/schema';
import { untilIdle } from '../server/idle';
import type { Stage } from '../server/lane';
import { openRuns } from '../server/open-runs';
import { isOfProcess, processRuns } from './observed';
import type { BegunRun } from './record';
import { typeOf, type Subject } from './subject';

/** Why a step could not be done. */
export interface StepProblem {
  readonly expected: string;
  readonly happened: string;
}

/** Something that happens to the runs of a scenario. */
export class Steps {
  constructor(
    private readonly stage: Stage,
    private readonly subject: Subject,
  ) {}

  /** The run that the scenario is about: the first one of its process. */
  get main(): BegunRun | undefined {
    return processRuns(this.stage.record).find(({ type }) => type === this.subject.type);
  }

  /** @returns why they do not come to rest */
  settle(): Promise<string | undefined> {
    return untilIdle(this.stage.environment, this.stage.environment.attempts);
  }

  async start(
    variables: unknown,
    options: { readonly process?: string; readonly startEvent?: string; readonly businessKey?: string } = {},
  ): Promise<void> {
    const { process, ...rest } = options;
    const type = process === undefined ? this.subject.type : typeOf(process, this.subject);
    const { client } = this.stage.environment;
    const run = await client.start(type, (variables ?? {}) as never, { ...rest, memo: this.stage.memo });
    this.stage.record.begun.set(run.id, { workflowId: run.id, type });
  }

  /** The messages that runs wait for now, oldest run first. */
  async waits(): Promise<OpenWaits['messages']> {
    const waits: OpenWaits['messages'][number][] = [];
    for (const run of await this.#open())
      waits.push(...((await this.#ask<OpenWaits>(run, WAITS_QUERY))?.messages ?? []));
    return waits;
  }

  /** All steps but `waiting`, which asserts. */
  async take(step: Step): Promise<StepProblem | undefined> {
    if (step.advance !== undefined) return this.#advance(step.advance);
    if (step.message) return this.#message(step.message);
    if (step.signal) return this.#signal(step.signal);
    if (step.complete) return this.#complete(step.complete);
    if (step.set) return this.#set(step.set.variables);
    if (step.activate) return this.#activate(step.activate);
    if (step.start) return this.#start(step.start);
    if (step.cancel) return this.#cancel();
    if (step.resolve) return this.#resolve(step.resolve);
    return undefined;
  }

  /** Time goes on by as much as the work in it took: what hangs on a chain of timers lags by that. */
  async #advance(duration: string): Promise<undefined> {
    const { environment } = this.stage;
    const began = performance.now();
    try {
      await environment.advance(await this.#length(duration));
    } catch (error) {
      if ((await this.settle()) === undefined) throw error;
    }
    if ((await this.settle()) !== undefined) return undefined;
    await environment.advance(Math.ceil(performance.now() - began));
    return undefined;
  }

  /** Months have the length that they have from what time it is for the runs. */
  async #length(duration: string): Promise<string | number> {
    const { environment, ahead } = this.stage;
    const iso = ahead === 0 ? undefined : parseIsoDuration(duration);
    if (!iso) return duration;
    return lengthOf(iso, new Date((await environment.now()).getTime() + ahead));
  }

  async #message({ name, key, variables }: NonNullable<Step['message']>): Promise<undefined> {
    const options = key === undefined ? {} : { key };
    const receiver = await this.#receiver(name, key);
    const envelope: MessageEnvelope = { name, ...options, payload: this.#payload(variables) };
    if (receiver === undefined) await this.#publish(name, variables, options);
    else await this.#handle(receiver).signal(MESSAGE_SIGNAL, envelope);
    return undefined;
  }

  /**
   * Who waits for a message now, oldest run first. If nobody does and it starts no process, the run of the scenario keeps
   * it until it waits.
   */
  async #receiver(name: string, key: string | undefined): Promise<BegunRun | undefined> {
    const runs = await this.#open();
    for (const run of runs) {
      const waits = await this.#ask<OpenWaits>(run, WAITS_QUERY);
      if (waits?.messages.some((one) => one.name === name && (one.key === undefined || one.key === key)))
        return run;
    }
    const { diagram, neighbours = [] } = this.subject;
    if ([diagram, ...neighbours].some((one) => one?.graph.startMessages.includes(name))) return undefined;
    return runs.find(({ workflowId }) => workflowId === this.main?.workflowId);
  }

  #publish(name: string, variables: unknown, options: { readonly key?: string }): Promise<void> {
    return this.stage.environment.client.publish(name, this.#payload(variables), {
      ...options,
      ...this.#deployment,
    });
  }

  /** Messages of diagrams bring variables, if no others then none: a schema that asks for an object takes them. */
  #payload(variables: unknown): unknown {
    return variables ?? (this.subject.diagram && {});
  }

  async #signal({ name, variables }: NonNullable<Step['signal']>): Promise<undefined> {
    await this.stage.environment.client.broadcast(name, variables, this.#deployment);
    // Workflows written by hand may handle Temporal's own signals.
    const { main } = this;
    const isOpen = main && (await this.#open()).some(({ workflowId }) => workflowId === main.workflowId);
    if (isOpen && !this.subject.diagram) await this.#handle(main).signal(name, variables);
    return undefined;
  }

  async #complete({
    task: wanted,
    as,
    variables,
  }: NonNullable<Step['complete']>): Promise<StepProblem | undefined> {
    const { client } = this.stage.environment;
    const open: OpenTask[] = [];
    for (const run of await this.#open()) {
      const tasks = await this.#quietly(() => client.tasks.list({ workflowId: run.workflowId }));
      open.push(...(tasks ?? []));
    }
    const expected = `an open task ${wanted}`;
    const oldest = [...open].sort((a, b) => a.createdAt.localeCompare(b.createdAt));
    const task = oldest.find(({ id, element, name }) => [element, id, name].includes(wanted));
    if (!task) {
      const ids = open.map(({ element }) => element).join(', ');
      return { expected, happened: ids === '' ? 'no task is open' : `open are: ${ids}` };
    }
    try {
      await client.tasks.complete(task, variables ?? {}, as === undefined ? {} : { user: as });
      return undefined;
    } catch (error) {
      if (!isClientError(error)) throw error;
      return { expected: `${expected} that takes this completion`, happened: error.message };
    }
  }

  async #resolve({
    incident: wanted,
    with: how,
    variables,
    input,
    result = variables,
  }: NonNullable<Step['resolve']>): Promise<StepProblem | undefined> {
    const { incidents } = this.stage.environment.client;
    const open: OpenIncident[] = [];
    for (const { workflowId } of await this.#open())
      open.push(...((await this.#quietly(() => incidents.list({ workflowId }))) ?? []));
    const incident = open.find(({ id, element, name }) => [element, id, name].includes(wanted));
    const expected = `an open incident at ${wanted}`;
    if (!incident) {
      const places = open.map(({ element }) => element).join(', ');
      return { expected, happened: places === '' ? 'there is none' : `there are some at ${places}` };
    }
    try {
      if (how === 'skip') await incidents.skip(incident, result);
      else if (how === 'fail') await incidents.fail(incident);
      else await incidents.retry(incident, { ...(variables && { variables }), ...(input && { input }) });
      return undefined;
    } catch (error) {
      if (!isClientError(error)) throw error;
      return { expected: `${expected} that can be resolved so`, happened: error.message };
    }
  }

  async #set(variables: Readonly<Record<string, unknown>>): Promise<StepProblem | undefined> {
    return this.#update(this.main, SET_VARIABLES_UPDATE, variables, 'a run whose variables can be set');
  }

  async #activate({ adHoc, activity }: NonNullable<Step['activate']>): Promise<StepProblem | undefined> {
    const states: { readonly run: BegunRun; readonly state: AdHocState }[] = [];
    for (const run of await this.#open()) {
      const found = await this.#ask<readonly AdHocState[]>(run, AD_HOC_QUERY);
      states.push(...(found ?? []).map((state) => ({ run, state })));
    }
    const found = states.find(({ state }) => [state.element, state.id, state.name].includes(adHoc));
    const expected = `the ad-hoc sub-process ${adHoc} to be under way`;
    if (!found) {
      const under = states.map(({ state }) => state.element).join(', ');
      return { expected, happened: under === '' ? 'none is' : `under way: ${under}` };
    }
    const command = { adHoc: found.state.id, activity };
    return this.#update(found.run, START_ACTIVITY_UPDATE, command, `${activity} to be enabled in ${adHoc}`);
  }

  async #start(step: NonNullable<Step['start']>): Promise<undefined> {
    const { message, key, signal, process, startEvent, variables } = step;
    if (message !== undefined) await this.#publish(message, variables, key === undefined ? {} : { key });
    else if (signal !== undefined)
      await this.stage.environment.client.broadcast(signal, variables, this.#deployment);
    else {
      await this.start(variables, {
        ...(process !== undefined && { process }),
        ...(startEvent !== undefined && { startEvent }),
      });
    }
    return undefined;
  }

  async #cancel(): Promise<StepProblem | undefined> {
    const { main } = this;
    const isOpen = main && (await this.#open()).some(({ workflowId }) => workflowId === main.workflowId);
    if (!isOpen) return { expected: 'a run to cancel', happened: 'it has ended' };
    await this.stage.environment.client.cancel(main.workflowId);
    return undefined;
  }

  async #update(
    run: BegunRun | undefined,
    name: string,
    argument: unknown,
    expected: string,
  ): Promise<StepProblem | undefined> {
    if (!run) return { expected, happened: 'no run has begun' };
    try {
      await this.#handle(run).executeUpdate<unknown, [unknown]>(name, { args: [argument] });
      return undefined;
    } catch (error) {
      const { cause, message } = error as Error;
      return { expected, happened: cause instanceof Error ? cause.message : message };
    }
  }

  #handle({ workflowId }: BegunRun): WorkflowHandle {
    return this.stage.environment.client.get(undefined, workflowId).handle;
  }

  /** Runs that have not ended, of processes, in the order in which they began. */
  async #open(): Promise<readonly BegunRun[]> {
    const open = (await openRuns(this.stage.environment)).filter(isOfProcess);
    const order = [...this.stage.record.begun.keys()];
    return [...open].sort((a, b) => order.indexOf(a.workflowId) - order.indexOf(b.workflowId));
  }

  async #ask<T>(run: BegunRun, query: string): Promise<T | undefined> {
    const { client } = this.stage.environment;
    return (await this.#quietly(() => client.query(undefined, run.workflowId, query as never))) as
      T | undefined;
  }

  /** Not every workflow answers every question. */
  async #quietly<T>(ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return await ask();
    } catch (error) {
      if (isClientError(error)) return undefined;
      throw error;
    }
  }

  get #deployment(): { readonly deployment?: string } {
    const { deployment } = this.subject;
    return deployment === undefined ? {} : { deployment };
  }
}
