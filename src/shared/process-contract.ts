import type { z } from 'zod';
import type { IncidentChoice } from './incidents';
import type { Schema } from './schema';

type Schemas = Readonly<Record<string, Schema>>;

/** Names, and what comes by them; `null` for any object, or nothing. */
type Payloads = Readonly<Record<string, Schema | null>>;

/** What a query or update takes and returns; either may be left out. */
export interface Exchange {
  readonly input?: Schema;
  readonly output?: Schema;
}

/** What is known beforehand of one kind of human task of a process. */
export interface TaskSpec {
  /** Shown to people; default: the element's name, else its id. */
  readonly name?: string;
  readonly description?: string;
  /** What a completion must look like. Refused completions change nothing. */
  readonly result?: Schema;
}

/** One element of a diagram, as far as people and the progress query need it. */
export interface ElementInfo {
  readonly name?: string;
  /** BPMN type without prefix and in camel case: `serviceTask`, `exclusiveGateway`. */
  readonly kind: string;
}

/** What starts a process: names of messages and signals → id of the start event; timers the other way round. */
export interface StartEvents {
  /** Start events that only clients start at, by the option `startEvent`; one alone is what they mean without it. */
  readonly none?: readonly string[];
  /** Start events that clients start at, whose conditions must hold of the variables; by the option `startEvent`. */
  readonly conditions?: readonly string[];
  readonly messages?: Readonly<Record<string, string>>;
  readonly signals?: Readonly<Record<string, string>>;
  /**
   * Messages with a correlation key start at most one run at a time for each key, whichever of the messages it is: the
   * next one is kept, until its time to live ends, while the run that one has started is open. Camunda 8's rule, so
   * contracts of its diagrams say so. Default: each message starts a run.
   */
  readonly oneRunPerKey?: boolean;
  /**
   * Start event → its timer, or several: an ISO 8601 date, duration or repetition, or a cron expression. `baton deploy`
   * makes schedules of them.
   */
  readonly timers?: Readonly<Record<string, string | readonly string[]>>;
}

export interface ProcessSpec {
  /** Workflow type: the name under which the workflow function is exported. */
  readonly type: string;
  /**
   * Deployment key: messages and signals reach only runs with the same one, so that projects on one namespace do not
   * hear each other. Default: the task queue, see `deploymentOf`.
   */
  readonly deployment?: string;
  /** Shown in the Temporal UI as the run's summary; default: the type. */
  readonly name?: string;
  /** Markdown, shown in the Temporal UI as the run's details. */
  readonly description?: string;
  /**
   * Failures that stop only the branch that they are in, until a person has dealt with them, instead of failing the run:
   * all, or these kinds. Default: what the worker says, else none.
   */
  readonly incidents?: IncidentChoice;
  /** Schema of the workflow function's argument; without it anything is accepted. */
  readonly input?: Schema;
  /**
   * What a form that starts the process gives, where nothing else says what the input is: its fields are checked, and
   * whatever else comes is taken as it is.
   */
  readonly startForm?: Schema;
  /** Schema of the result; checked by `end`. */
  readonly output?: Schema;
  /** Messages a run can wait for, and those that start one: name → payload. Others are refused. */
  readonly messages?: Payloads;
  /** BPMN signals a run can wait for, and those that start one: name → payload. */
  readonly broadcasts?: Payloads;
  /** Temporal signals a run handles: name → payload. */
  readonly signals?: Schemas;
  /**
   * What starts the process besides clients. Its workflow function must say which process it is, so that it is found:
   * `order.process = process;`
   */
  readonly starts?: StartEvents;
  readonly queries?: Readonly<Record<string, Exchange>>;
  readonly updates?: Readonly<Record<string, Exchange>>;
  /** Human tasks: id → what is known of them. */
  readonly tasks?: Readonly<Record<string, TaskSpec>>;
  /**
   * Human tasks are completed, delegated and given back only by whoever has claimed them, and callers must say who they
   * are. Default: a caller that does not say who acts is believed, see docs/tasks.md.
   */
  readonly onlyAssignee?: boolean;
  /**
   * Each open human task has a small workflow of its own, by which lists find it by assignee, candidates, state and due
   * date without asking the run. Worth it where many people work on many tasks; it costs some twenty events in the run
   * and as many in the task's workflow.
   */
  readonly inbox?: boolean;
  /** Elements of the diagram the process was compiled from. */
  readonly elements?: Readonly<Record<string, ElementInfo>>;
}

/**
 * The contract of a process: plain data, shared by workflow, worker and client, in a file that all three can import.
 */
export type ProcessContract<S extends ProcessSpec = ProcessSpec> = S;

/**
 * Ties a workflow function to everything its callers need to know: input, output, messages, signals, queries, updates
 * and human tasks. The workflow function calls `enter(contract, input)`; clients pass the contract to `client.start`.
 *
 * @example
 * export const orderFulfilment = defineProcess({
 *   type: 'orderFulfilment',
 *   input: z.object({ orderId: z.string() }),
 *   output: z.object({ receipt: z.string() }),
 *   messages: { Restocked: z.object({ quantity: z.number() }) },
 * });
 */
export function defineProcess<const S extends ProcessSpec>(spec: S): ProcessContract<S> {
  return Object.freeze(spec);
}

/** The deployment key of a process on a task queue: its own, or the task queue, which is a project's unless it is shared. */
export function deploymentOf({ deployment }: ProcessSpec, taskQueue: string): string {
  return deployment ?? taskQueue;
}

/** What the input of a process is checked by, if it is. */
export function inputSchemaOf({ input, startForm }: ProcessSpec): Schema | undefined {
  return input ?? startForm;
}

/** What a start of a process without a schema may be given. */
export type OpenInput = Readonly<Record<string, unknown>>;

/**
 * Variables of a process without a schema: anything goes, and nothing is checked. `any` because the expressions of a
 * diagram use the values without saying what they are; a schema beside the diagram (`order.schema.ts`) replaces it.
 */
export interface OpenVariables {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  [name: string]: any;
  /** Types only: tells open variables from any other object, so that only they pass for any activity's input. */
  readonly [open]: true;
}
declare const open: unique symbol;

/** What a start must be given. */
export type InputOf<P extends ProcessSpec> = P['input'] extends Schema
  ? z.input<P['input']>
  : P['startForm'] extends Schema
    ? z.input<P['startForm']>
    : OpenInput;
/** The variables a run begins with: the input with defaults filled in. */
export type VariablesOf<P extends ProcessSpec> = P['input'] extends Schema
  ? z.output<P['input']>
  : OpenVariables;
/** What a run returns. */
export type OutputOf<P extends ProcessSpec> = P['output'] extends Schema
  ? z.output<P['output']>
  : VariablesOf<P>;
