import type { Model, Process } from '../2-model/types';
import type { StructuredScope } from '../3-structure/tree';
import { didYouMean } from '../diagnostics/did-you-mean';
import type { Reporter } from '../diagnostics/reporter';
import { variablesOf, type Emission } from './emission';
import type { JsonSchema } from './expressions/types';
import { Uses } from './helpers';
import { activityName, functionName, namesFor } from './names';
import { allElements, processFile } from './process-file';
import { reportUnstructured } from './unstructured';
import { workflowFile, type Modules } from './workflow-file';

export interface EmitOptions {
  /** JSON schema of the variables. */
  readonly variables?: JsonSchema;
  /** Element ids of user tasks whose completion has a schema. */
  readonly tasks?: readonly string[];
  readonly modules?: Modules & { readonly schema?: string };
  /** Names of the activities that exist. */
  readonly activities?: readonly string[];
}

export interface GeneratedFile {
  readonly file: string;
  readonly content: string;
}

export interface CompiledProcess {
  readonly id: string;
  readonly name?: string;
  /** Name of the exported function, which is the workflow type. */
  readonly functionName: string;
  readonly activities: readonly CalledActivity[];
  readonly userTasks: readonly { readonly id: string; readonly name?: string }[];
}

export interface CalledActivity {
  /** Under which the activities module is asked for it. */
  readonly name: string;
  /** As the diagram has it. */
  readonly implementation: string;
  readonly element: string;
  readonly elementName?: string;
  /** The fields that the diagram maps; without a mapping undefined: it gets what its contract names. */
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
}

/** Phase 4: nested statements → TypeScript. What cannot be written is reported; the files are then of no use. */
export function emit(
  model: Model,
  structured: readonly StructuredScope[],
  options: EmitOptions,
  reporter: Reporter,
): { files: readonly GeneratedFile[]; processes: readonly CompiledProcess[] } {
  const uses = new Uses();
  const variables = variablesOf(options.variables);
  const emissions = model.processes.map((process, i): Emission => {
    const body = structured[i] as StructuredScope;
    const name = functionName(process, model.processes);
    return {
      process,
      body,
      functionName: name,
      uses: new Uses(uses),
      names: namesFor(process, name),
      reporter,
      variables,
      compared: new Map(),
      functions: [],
    };
  });
  for (const { body } of emissions)
    for (const region of body.unstructured) reportUnstructured(region, reporter);
  const processes = emissions.map(describe);
  if (options.activities) for (const process of emissions) warnOfUnknown(process, options.activities);

  const { name, base, stem } = fileNames(model.file);
  const { schema, ...modules } = options.modules ?? {};
  const schemas = schema === undefined ? undefined : { module: schema, tasks: new Set(options.tasks) };
  return {
    files: [
      { file: `${stem}.process.ts`, content: processFile({ name }, emissions, schemas) },
      { file: `${stem}.workflow.ts`, content: workflowFile({ name, base }, emissions, uses, modules) },
    ],
    processes,
  };
}

/** `a/order.bpmn` → name `order.bpmn`, base `order`, stem `a/order` */
function fileNames(file: string): { name: string; base: string; stem: string } {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const base = name.replace(/(\.bpmn|\.bpmn20\.xml|\.bpmn2|\.xml)$/i, '') || name;
  return { name, base, stem: file.slice(0, file.length - name.length) + base };
}

function describe({ process, body, functionName }: Emission): CompiledProcess {
  const elements = allElements(body);
  return {
    ...named(process),
    functionName,
    activities: elements.flatMap((node): CalledActivity[] => {
      if (!('implementation' in node)) return [];
      const { id, name, implementation, inputs, outputs } = node;
      return [
        {
          name: activityName(implementation),
          implementation,
          element: id,
          ...(name !== undefined && { elementName: name }),
          ...(inputs.length > 0 && { inputs: inputs.map(({ target }) => target) }),
          ...(outputs.length > 0 && { outputs: outputs.map(({ target }) => target) }),
        },
      ];
    }),
    userTasks: elements.filter(({ kind }) => kind === 'userTask').map(named),
  };
}

function named({ id, name }: Pick<Process, 'id'> & { readonly name?: string }): {
  id: string;
  name?: string;
} {
  return { id, ...(name !== undefined && { name }) };
}

function warnOfUnknown({ body, reporter }: Emission, known: readonly string[]): void {
  for (const node of allElements(body)) {
    if (!('implementation' in node)) continue;
    const name = activityName(node.implementation);
    if (known.includes(name)) continue;
    const where = { element: node.id, position: node.position };
    reporter.report('activity-unknown', where, { name }, { hint: () => didYouMean(name, known) });
  }
}
