import { LineCounter, parseDocument } from 'yaml';
import { createSource } from '../../../bpmn/diagnostics/source';
import { issuesIn } from './issues';
import { placeOfKey, placeOfValue, type Path } from './places';
import { byPlace, problemAt, type Problem } from './problem';
import { scenarioFileSchema, type ScenarioFileContent } from './schema';

/** A file of scenarios that was read. */
export interface ScenarioFile {
  /** As it is shown. */
  readonly file: string;
  readonly content: ScenarioFileContent;
  /** A mistake at something in the file, which only those find who know what it names. */
  problem(
    path: Path,
    message: string,
    options?: { readonly hint?: string | undefined; readonly atKey?: boolean },
  ): Problem;
  /** Line of the value at a path, from 1. */
  line(path: Path): number;
}

export type ReadFile =
  | { readonly scenarios: ScenarioFile }
  | { readonly scenarios: undefined; readonly problems: readonly Problem[] };

/** Reads a `*.scenarios.yaml`. All that is wrong with its form is told at once, with line and column. */
export function readScenarios(file: string, text: string): ReadFile {
  const source = createSource(file, text);
  const document = parseDocument(text, { lineCounter: new LineCounter(), merge: true, prettyErrors: false });
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) {
    return {
      scenarios: undefined,
      problems: broken.map(({ pos, message }) => problemAt(source, pos, `This is no YAML: ${message}.`)),
    };
  }
  const problem: ScenarioFile['problem'] = (path, message, { hint, atKey = false } = {}) => {
    const place = atKey ? placeOfKey(document, path) : placeOfValue(document, path);
    return problemAt(source, place, message, hint);
  };

  const data: unknown = document.toJS();
  const checked = scenarioFileSchema.safeParse(data ?? {});
  const found = checked.success ? [] : issuesIn(checked.error, scenarioFileSchema, data ?? {});
  const problems = found.map(({ path, message, hint, atKey }) => problem(path, message, { hint, atKey }));
  if (checked.success) {
    const { diagram, workflow, process } = checked.data;
    if (diagram === undefined && workflow === undefined)
      problems.push(problem(['scenarios'], NO_SUBJECT, { atKey: true }));
    else if (diagram === undefined && process !== undefined)
      problems.push(problem(['process'], 'Only diagrams have processes to choose from.', { atKey: true }));
  }
  if (!checked.success || problems.length > 0)
    return { scenarios: undefined, problems: problems.sort(byPlace) };
  const line = (path: Path) => source.position(placeOfValue(document, path)?.[0] ?? 0, 1).line;
  return { scenarios: { file, content: checked.data, problem, line } };
}

const NO_SUBJECT =
  'The file must say what it tests: `diagram: x.bpmn`, `workflow: file.ts#function`, or both.';
