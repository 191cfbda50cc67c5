import type { Model } from '../2-model/types';
import type { StructuredScope } from '../3-structure/tree';
import type { Reporter } from '../diagnostics/reporter';
import { checkExpressions } from './check-expressions';
import { describeProcess, warnOfActivities, type CompiledProcess } from './describe';
import { variablesOf, type Emission } from './emission';
import type { JsonSchema } from './expressions/types';
import { Uses } from './helpers';
import { functionName, namesFor } from './names';
import { processFile } from './process-file';
import { reportUnstructured } from './unstructured';
import { workflowFile, type Modules } from './workflow-file';

export interface EmitOptions {
  /** JSON schema of the variables. */
  readonly variables?: JsonSchema;
  /** Element ids of user tasks whose completion has a schema. */
  readonly tasks?: readonly string[];
  readonly modules?: Modules & { readonly schema?: string };
  /**
   * Deployment key: workflow types begin with it, and messages and signals stay within it. Without one the task queue
   * tells projects apart, see `deploymentOf` in batonflow/contract.
   */
  readonly deployment?: string;
  /** Names of the activities that exist. */
  readonly activities?: readonly string[];
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
  const variables = variablesOf(options.variables);
  const emissions = model.processes.map((process, i): Emission => {
    const body = structured[i] as StructuredScope;
    const name = functionName(process, model.processes, options.deployment);
    return {
      process,
      body,
      functionName: name,
      uses: new Uses(uses),
      names: namesFor(process, name),
      reporter,
      variables,
      compared: new Map(),
      beans: new Map(),
      functions: [],
    };
  });
  for (const { body } of emissions)
    for (const region of body.unstructured) reportUnstructured(region, reporter);
  // First, for it notes the beans that expressions call.
  for (const emission of emissions) checkExpressions(emission);
  for (const emission of emissions) warnOfActivities(emission, options.activities);
  const processes = emissions.map(describeProcess);

  const { name, base, stem } = fileNames(model.file);
  const { schema, ...modules } = options.modules ?? {};
  const schemas = schema === undefined ? undefined : { module: schema, tasks: new Set(options.tasks) };
  return {
    files: [
      {
        file: `${stem}.process.ts`,
        content: processFile({ name, deployment: options.deployment }, emissions, schemas),
      },
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
