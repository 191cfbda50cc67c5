import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import type { Process } from '../../bpmn/2-model/types';
import type { JsonSchema } from '../../bpmn/4-emit/expressions/types';
import { formatDiagnostic } from '../../bpmn/diagnostics/format';
import { parseAndModel } from '../../bpmn/parse-and-model';
import { didYouMean } from '../../shared/did-you-mean';
import type { ActivityContract } from '../../shared/activity-contract';
import { coverageOf } from '../../testing/scenarios/coverage/coverage';
import { coverageText } from '../../testing/scenarios/coverage/text';
import { generate, type Proposals, type Schemas } from '../../testing/scenarios/generate/generate';
import { draftsFile } from '../../testing/scenarios/generate/write';
import type { Subject } from '../../testing/scenarios/run/subject';
import { bundleCode } from '../../testing/scenarios/server/bundle';
import { Lane } from '../../testing/scenarios/server/lane';
import { besideDiagram } from '../diagrams/module-specifier';
import { CommandError, UsageError } from '../errors';
import { loadModule } from '../load-module';
import { isFile, shown } from '../paths';
import { stopSignal } from '../processes/stop-signal';
import { projectAround } from '../project';
import { importsOf, type TracedDiagram } from './compile-traced';
import { subjectOf } from './prepare';
import { Workshops, type Workshop } from './workshop';

export interface GenerateOptions {
  /** Where the drafts are to be written; default: to the standard output. */
  readonly out?: string;
  /** Id of the process, if the diagram has several. */
  readonly process?: string;
}

/**
 * `baton test --generate`: proposes scenarios for a diagram. The drafts are data and go to the standard output or a file;
 * what is told of them goes beside it.
 *
 * @throws UsageError when the diagram or process does not exist, or the file does
 * @throws CommandError when the diagram does not compile
 */
export async function generateScenarios(
  given: string,
  { out, process: wanted }: GenerateOptions,
): Promise<void> {
  const file = resolve(given);
  if (!isFile(file)) throw new UsageError(`${given} does not exist.`);
  if (out !== undefined && existsSync(out))
    throw new UsageError(`${out} exists.`, { hint: 'Name a new file, and take over what you want of it.' });
  const workshop = await new Workshops(new Set()).ofDiagram(file);
  const diagram = workshop.diagrams.get(file);
  if (!diagram || diagram.files.length === 0) throw rejected(diagram, given);
  const process = chosen(diagram, wanted);
  const subject = subjectOf(process, diagram, workshop);
  const proposals = await propose(diagram, subject, workshop);

  const head = {
    diagram: from(out === undefined ? dirname(file) : dirname(resolve(out)), file),
    process: diagram.processes.length > 1 ? process.id : undefined,
  };
  const text = draftsFile(head, proposals);
  if (out === undefined) console.log(text.trimEnd());
  else {
    mkdirSync(dirname(resolve(out)), { recursive: true });
    writeFileSync(out, text);
  }
  tell(proposals, diagram, subject, out);
}

async function propose(diagram: TracedDiagram, subject: Subject, workshop: Workshop): Promise<Proposals> {
  const files = [...workshop.diagrams.values()].flatMap((one) => one.files);
  const code = new Map(files.map(({ file, content }) => [file, content]));
  const { workflowBundle, broken } = await bundleCode(workshop.code, code);
  const [why] = broken.values();
  if (!workflowBundle)
    throw new CommandError(`The code of ${shown(diagram.file)} cannot be loaded: ${why ?? ''}`);
  const schemas = await schemasOf(diagram, subject);
  const lane = new Lane(workflowBundle);
  const end = () => process.exit(130);
  stopSignal().signal.addEventListener('abort', () => void lane.stop().then(end, end));
  try {
    return await generate(
      lane,
      { process: modelOf(diagram, subject.process), subject, schemas },
      ({ scenario }) => console.error(`Drafted: ${scenario.name}`),
    );
  } finally {
    await lane.close();
  }
}

function tell(
  { proposals, unreached, covered }: Proposals,
  diagram: TracedDiagram,
  { process }: Subject,
  out?: string,
): void {
  const whole = coverageOf(shown(diagram.file), diagram.graph, covered);
  const coverage = { ...whole, processes: whole.processes.filter((one) => one.process === process) };
  console.error(`\n${coverageText([coverage])}`);
  if (unreached.length > 0)
    console.error(`\nNot reached:\n${unreached.map(({ id, why }) => `  ${id}: ${why}`).join('\n')}`);
  const count = `${proposals.length} draft${proposals.length === 1 ? '' : 's'}`;
  console.error(
    `\n${count}${out === undefined ? '' : ` in ${out}`}. Review each: what it asserts is for you to say.`,
  );
}

function chosen({ file, processes }: TracedDiagram, wanted: string | undefined) {
  const ids = processes.map(({ id }) => id);
  const found = processes.filter(({ id }) => wanted === undefined || id === wanted);
  const [process] = found;
  if (process && found.length === 1) return process;
  if (wanted !== undefined)
    throw new UsageError(`${shown(file)} has no executable process "${wanted}".`, {
      hint: didYouMean(wanted, ids) ?? `It has: ${ids.join(', ') || 'none'}.`,
    });
  if (ids.length === 0) throw new CommandError(`${shown(file)} has no executable process.`);
  const hint = `Say which one: --process ${ids.join(' or --process ')}.`;
  throw new UsageError(`${shown(file)} has ${ids.length} executable processes.`, { hint });
}

function rejected(diagram: TracedDiagram | undefined, given: string): CommandError {
  const errors = (diagram?.diagnostics ?? []).filter(({ severity }) => severity === 'error');
  const hint = errors.map((one) => formatDiagnostic(one)).join('\n');
  return new CommandError(`${given} does not compile.`, { hint: hint === '' ? undefined : hint });
}

function modelOf({ file }: TracedDiagram, id: string): Process {
  const xml = readFileSync(file, 'utf8');
  const { model } = parseAndModel(
    { file: shown(file), xml },
    { strict: false, imports: importsOf(file, xml) },
  );
  const process = model?.processes.find((one) => one.id === id);
  if (!process) throw new CommandError(`${shown(file)} has no process ${id}.`);
  return process;
}

/** What contracts and the module beside the diagram say of data. */
async function schemasOf({ file, processes }: TracedDiagram, subject: Subject): Promise<Schemas> {
  const module = besideDiagram(file, '.schema.ts');
  const { Variables, tasks = {} } = existsSync(module)
    ? await loadModule(module, projectAround(file)?.esm ?? false)
    : {};
  const results = processes
    .flatMap(({ activities }) => activities)
    .flatMap(({ name, element }) => {
      const contract = Reflect.get(subject.activities[name] ?? {}, 'contract') as
        ActivityContract | undefined;
      return contract?.output ? [[element, jsonSchema(contract.output)] as const] : [];
    });
  const completions = Object.entries(tasks as object).map(
    ([id, schema]) => [id, jsonSchema(schema)] as const,
  );
  return {
    ...(Variables !== undefined && { variables: jsonSchema(Variables) }),
    results: new Map(results),
    completions: new Map(completions),
  };
}

function jsonSchema(schema: unknown): JsonSchema {
  return z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
}

/** A path as a file in that folder writes it. */
function from(folder: string, file: string): string {
  return relative(folder, file).split(sep).join('/');
}
