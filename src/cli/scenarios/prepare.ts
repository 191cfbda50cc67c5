import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import type { CompiledProcess } from '../../bpmn/4-emit/describe';
import type { Diagnostic } from '../../bpmn/diagnostics/diagnostic';
import { didYouMean } from '../../shared/did-you-mean';
import { checkNames } from '../../testing/scenarios/file/names';
import type { Problem } from '../../testing/scenarios/file/problem';
import { readScenarios, type ScenarioFile } from '../../testing/scenarios/file/read';
import type { Subject, SubjectDiagram } from '../../testing/scenarios/run/subject';
import { CommandError, fileProblem } from '../errors';
import { isFile, shown } from '../paths';
import type { TracedDiagram } from './compile-traced';
import { typesIn, type Workshop, type WorkshopSource } from './workshop';

/** A file of scenarios with what it tests. */
export type Prepared = Broken | Rejected | Runnable;

/** Nothing of it can be run. */
export interface Broken {
  readonly kind: 'broken';
  readonly file: string;
  readonly problems: readonly Problem[];
}

export interface Ready {
  readonly file: string;
  /** What is tested, where the file names several. */
  readonly label: string | undefined;
  readonly scenarios: ScenarioFile;
  readonly diagnostics: readonly Diagnostic[];
  readonly diagram: TracedDiagram | undefined;
}

/** The diagram does not compile, which may be what is expected. */
export interface Rejected extends Ready {
  readonly kind: 'rejected';
}

export interface Runnable extends Ready {
  readonly kind: 'runnable';
  readonly workshop: Workshop;
  readonly subject: Subject;
}

/**
 * Reads a file of scenarios, and makes ready what it tests: a diagram, a workflow, or both, each by itself. Mistakes are
 * collected; nothing is thrown for them.
 */
export async function prepare(file: string, workshops: WorkshopSource): Promise<readonly Prepared[]> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return [broken(file, [{ file: shown(file), message: `It cannot be read: ${fileProblem(error)}.` }])];
  }
  const read = readScenarios(shown(file), text);
  if (!read.scenarios) return [broken(file, read.problems)];
  const { scenarios } = read;
  const { diagram, workflow } = scenarios.content;
  const attempt = async (work: Promise<Prepared>) => {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      return broken(file, [scenarios.problem([], error.message, { hint: error.hint })]);
    }
  };
  const drawn =
    diagram === undefined ? [] : [await attempt(prepareDiagram(file, scenarios, diagram, workshops))];
  const [first] = drawn;
  if (workflow === undefined || first?.kind === 'broken') return drawn;
  return [...drawn, await attempt(prepareWorkflow(file, scenarios, workflow, workshops, first?.diagram))];
}

async function prepareDiagram(
  file: string,
  scenarios: ScenarioFile,
  given: string,
  workshops: WorkshopSource,
): Promise<Prepared> {
  const path = resolve(dirname(file), given);
  if (!isFile(path)) return broken(file, [scenarios.problem(['diagram'], `${shown(path)} does not exist.`)]);
  const workshop = await workshops.ofDiagram(path);
  const diagram = workshop.diagrams.get(path);
  if (!diagram) throw new CommandError(`${shown(path)} was not compiled.`);
  const label = scenarios.content.workflow === undefined ? undefined : basename(path);
  const ready = { file, label, scenarios, diagram, diagnostics: diagram.diagnostics };
  if (diagram.files.length === 0) return { ...ready, kind: 'rejected' };

  const { process: wanted } = scenarios.content;
  const ids = diagram.processes.map(({ id }) => id);
  if (wanted === undefined && ids.length > 1) {
    const hint = `Say which one: process: ${ids.join(' or ')}.`;
    const message = `${shown(path)} has ${ids.length} executable processes.`;
    return broken(file, [scenarios.problem(['diagram'], message, { hint })]);
  }
  const process = diagram.processes.find(({ id }) => wanted === undefined || id === wanted);
  if (!process) {
    const hint = didYouMean(wanted ?? '', ids) ?? `It has: ${ids.join(', ') || 'none'}.`;
    const message = `${shown(path)} has no executable process "${wanted ?? ''}".`;
    return broken(file, [scenarios.problem(['process'], message, { hint })]);
  }
  const subject = subjectOf(process, diagram, workshop);
  const problems = checkNames(scenarios, subject);
  if (problems.length > 0) return broken(file, problems);
  return { ...ready, kind: 'runnable', workshop, subject };
}

/** A process of a diagram, as scenarios run it. */
export function subjectOf(
  { id, functionName }: Pick<CompiledProcess, 'id' | 'functionName'>,
  diagram: TracedDiagram,
  workshop: Workshop,
): Subject {
  return {
    type: functionName,
    process: id,
    deployment: workshop.deployment,
    diagram: asSubject(diagram),
    neighbours: [...workshop.diagrams.values()].filter((one) => one !== diagram).map(asSubject),
    activities: workshop.activities,
    types: typesIn(workshop),
  };
}

async function prepareWorkflow(
  file: string,
  scenarios: ScenarioFile,
  given: string,
  workshops: WorkshopSource,
  counterpart: TracedDiagram | undefined,
): Promise<Prepared> {
  const [module = '', name = ''] = given.split('#');
  const path = moduleFile(resolve(dirname(file), module));
  if (path === undefined) {
    const missing = shown(resolve(dirname(file), module));
    return broken(file, [scenarios.problem(['workflow'], `${missing} does not exist.`)]);
  }
  const exported = exportedNames(path);
  if (exported && !exported.includes(name)) {
    const hint = didYouMean(name, exported) ?? `It exports: ${exported.join(', ') || 'none'}.`;
    return broken(file, [
      scenarios.problem(['workflow'], `${shown(path)} exports no function "${name}".`, { hint }),
    ]);
  }
  const workshop = await workshops.ofWorkflow(path, name);
  const subject: Subject = {
    type: name,
    process: name,
    deployment: workshop.deployment,
    diagram: undefined,
    ...(counterpart && { counterpart: asSubject(counterpart) }),
    activities: workshop.activities,
    types: typesIn(workshop),
  };
  const label = counterpart && `${basename(path)}#${name}`;
  return { kind: 'runnable', file, label, scenarios, diagram: undefined, diagnostics: [], workshop, subject };
}

function asSubject({ file, graph, processes }: TracedDiagram): SubjectDiagram {
  return { file: shown(file), graph, processes };
}

function moduleFile(path: string): string | undefined {
  const candidates = extname(path) === '' ? ['.ts', '.js', '/index.ts'].map((end) => path + end) : [path];
  return candidates.find(isFile);
}

/** Read from the text; undefined if it passes on what others export. */
function exportedNames(file: string): readonly string[] | undefined {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (/export\s*[*{]/.test(text)) return undefined;
  return [...text.matchAll(/^\s*export\s+(?:async\s+)?(?:function|const)\s+(\w+)/gm)].flatMap(
    ([, name]) => name ?? [],
  );
}

function broken(file: string, problems: readonly Problem[]): Broken {
  return { kind: 'broken', file, problems };
}
