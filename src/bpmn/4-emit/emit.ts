import type { Model, Scope } from '../2-model/types';
import { aroundIt, eventsOf, withHandlers } from '../3-structure/scope-parts';
import type { StructuredScope } from '../3-structure/tree';
import type { IncidentChoice } from '../../shared/incidents';
import type { Reporter } from '../diagnostics/reporter';
import { CalledDecisions, type KnownDecision } from './called-decisions';
import { Callees, type KnownProcess } from './callees';
import { continuingOf, warnOfBoundedLoops } from './continuing';
import { checkDecisions } from './check-decisions';
import { checkDefaults } from './check-defaults';
import { checkExpressions } from './check-expressions';
import { checkSchemas } from './check-schemas';
import { describeProcess, warnOfActivities, warnOfProcesses, type CompiledProcess } from './describe';
import { variablesOf, type Emission } from './emission';
import type { JsonSchema } from './expressions/types';
import { fileNames } from './file-names';
import { formsOf, type FormFile } from './forms';
import { Uses } from './helpers';
import { mentionedIn } from './mentioned';
import { localNamesFor } from './local-names';
import { functionName } from './names';
import { processFile } from './process-file';
import { warnOfRegions } from './regions';
import { contractOf, workflowFile, type Modules } from './workflow-file';

export interface EmitOptions {
  /** JSON schema of the variables. */
  readonly variables?: JsonSchema;
  /** Element ids of user tasks whose completion has a schema. */
  readonly tasks?: readonly string[];
  /** Names of messages whose payload has a schema. */
  readonly messages?: readonly string[];
  /** Names of signals whose payload has a schema. */
  readonly broadcasts?: readonly string[];
  /** Forms of Camunda's that user tasks may name; they say what completes those that have no schema. */
  readonly forms?: readonly FormFile[];
  readonly modules?: Modules & { readonly schema?: string };
  /**
   * Deployment key: workflow types begin with it, and messages and signals stay within it. Without one the task queue
   * tells projects apart, see `deploymentOf` in batonflow/contract.
   */
  readonly deployment?: string;
  /**
   * Failures that stop only the branch that they are in, until a person has dealt with them: all, or these kinds;
   * default: none. `possible`: the code is written for it, and whoever runs it says whether they do.
   */
  readonly incidents?: IncidentChoice | 'possible';
  /** Each open human task has a workflow of its own, by which lists find it. */
  readonly inbox?: boolean;
  /** Human tasks are completed only by whoever has claimed them. */
  readonly onlyAssignee?: boolean;
  /** Names of the activities that exist. */
  readonly activities?: readonly string[];
  /** The processes of the project, also those of this file, which calls may name. */
  readonly processes?: readonly KnownProcess[];
  /** The decisions of the .dmn files beside the diagram, which business rule tasks call. */
  readonly decisions?: readonly KnownDecision[];
}

export interface GeneratedFile {
  readonly file: string;
  readonly content: string;
}

/** Phase 4: nested statements → TypeScript. What cannot be written is reported; the files are then of no use. */
export function emit(
  model: Model,
  structured: readonly StructuredScope[],
  options: EmitOptions,
  reporter: Reporter,
): { files: readonly GeneratedFile[]; processes: readonly CompiledProcess[] } {
  const uses = new Uses();
  const emissions = emissionsOf(model, structured, { options, reporter, uses });
  for (const { body, continuing } of emissions) {
    warnOfRegions(body, reporter);
    warnOfBoundedLoops(continuing, reporter);
  }
  const processes = describe(emissions, options);
  checkSchemas(emissions, options, reporter);

  const { name, base, stem } = fileNames(model.file);
  const { schema, ...modules } = options.modules ?? {};
  const { tasks, messages, broadcasts } = options;
  const schemas =
    schema === undefined
      ? undefined
      : {
          module: schema,
          tasks: new Set(tasks),
          messages: new Set(messages),
          broadcasts: new Set(broadcasts),
        };
  return {
    files: [
      {
        file: `${stem}.process.ts`,
        content: processFile({ ...options, name }, emissions, schemas),
      },
      { file: `${stem}.workflow.ts`, content: workflowFile({ name, base }, emissions, uses, modules) },
    ],
    processes,
  };
}

/**
 * What can be told of a model with gaps: what its processes call, and what is wrong with their expressions, so that this
 * is reported together with the gaps.
 */
export function describeOnly(
  model: Model,
  options: EmitOptions,
  reporter: Reporter,
): readonly CompiledProcess[] {
  const bodies = model.processes.map(inDocumentOrder);
  return describe(emissionsOf(model, bodies, { options, reporter, uses: new Uses() }), options);
}

function describe(emissions: readonly Emission[], options: EmitOptions): readonly CompiledProcess[] {
  // First, for it notes the beans that expressions call.
  for (const emission of emissions) checkExpressions(emission);
  for (const emission of emissions) checkDefaults(emission);
  for (const emission of emissions) {
    warnOfActivities(emission, options.activities);
    warnOfProcesses(emission);
    checkDecisions(emission);
  }
  return emissions.map(describeProcess);
}

function emissionsOf(
  { file, processes }: Model,
  bodies: readonly StructuredScope[],
  { options, reporter, uses }: { options: EmitOptions; reporter: Reporter; uses: Uses },
): Emission[] {
  const variables = variablesOf(options.variables);
  const { base } = fileNames(file);
  const ids = processes.map(({ id }) => id);
  const named = processes.map((process) => {
    const name = functionName(process.id, { base, ids, deployment: options.deployment });
    return { process, functionName: name, names: localNamesFor(process, name) };
  });
  const isTaken = (name: string) => named.some((one) => one.functionName === name || one.names.isTaken(name));
  const decisions = new CalledDecisions(options.decisions, isTaken);
  const callees = new Callees({
    own: new Map(named.map((one) => [one.process.id, contractOf(one.functionName, named.length)])),
    deployment: options.deployment,
    processes: options.processes,
    isTaken,
  });
  return named.map(({ process, ...one }, i): Emission => ({
    process,
    ...one,
    body: bodies[i] as StructuredScope,
    uses: new Uses(uses),
    reporter,
    variables,
    incidents: options.incidents,
    attempts: attemptsIn(options.incidents),
    callees,
    forms: formsOf(process, options.forms ?? [], reporter),
    decisions,
    compared: new Map(),
    calls: new Map(),
    mentioned: new Set([...mentionedIn(process), ...variables.names]),
    functions: [],
    continuing: continuingOf(process, bodies[i] as StructuredScope),
    parts: [],
    undo: new Map(),
    paths: new Map(),
  }));
}

/** Whether what is no step may have to wait. */
function attemptsIn(incidents: EmitOptions['incidents'] = false): boolean {
  if (typeof incidents !== 'object') return incidents !== false;
  return incidents.some((kind) => kind === 'expression' || kind === 'gateway' || kind === 'message');
}

/** A scope without statements, for those who ask only what is in it. */
function inDocumentOrder(scope: Scope): StructuredScope {
  const order = aroundIt(scope, ...withHandlers(scope.nodes));
  const inner = order.flatMap((node) => (node.kind === 'subProcess' ? inDocumentOrder(node.scope) : []));
  const events = eventsOf(scope, inDocumentOrder);
  return { scope, ownScope: false, body: [], paths: [], regions: [], unreachable: [], order, inner, events };
}
