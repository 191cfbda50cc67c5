import { CommandError } from '../errors';
import { compileDiagrams, hasErrors, type CompiledDiagram } from './compile-diagrams';
import { diagramFiles } from './diagram-files';
import { printUnnested } from './print-unnested';
import { report, summary, type FileState, type Format } from './report';
import { checkCompiled, saveCompiled } from './save';
import { scaffold as addMissing } from './scaffold';

export interface CompileRunOptions extends Format {
  readonly check?: boolean;
  readonly scaffold?: boolean;
  readonly strict?: boolean;
  /** Tells which parts of the diagrams have no nested form, and why. */
  readonly explain?: boolean;
}

/**
 * One run of `baton compile`: compiles, adds stubs where asked to, writes or checks, and shows what came of it.
 *
 * @returns the diagrams, and why the run failed if it did
 */
export async function compileAndReport(
  paths: readonly string[],
  { check = false, scaffold = false, strict = false, explain = false, ...format }: CompileRunOptions,
): Promise<{ readonly diagrams: readonly CompiledDiagram[]; readonly failure: CommandError | undefined }> {
  const files = diagramFiles(paths);
  let diagrams = await compileDiagrams(files, { strict });
  const added = scaffold && !hasErrors(diagrams) ? addMissing(diagrams) : [];
  if (added.length > 0) diagrams = await compileDiagrams(files, { strict });

  if (hasErrors(diagrams)) {
    const told = scaffold ? diagrams.map(withoutStubs) : diagrams;
    report(told, [], format);
    return { diagrams, failure: new CommandError(`${summary(told)}; nothing was written.`) };
  }
  const states = [...added, ...(check ? checkCompiled(diagrams) : saveCompiled(diagrams))];
  report(diagrams, states, format);
  if (!format.json && !format.sarif) {
    if (explain) printUnnested(diagrams);
    printStates(states, diagrams);
  }
  return { diagrams, failure: staleness(states) };
}

/** What stubs are for need not be told of by whoever asks for them: it would hide the errors that are in their way. */
function withoutStubs(diagram: CompiledDiagram): CompiledDiagram {
  const diagnostics = diagram.diagnostics.filter(
    ({ code, severity }) => code !== 'activity-unknown' || severity === 'error',
  );
  return { ...diagram, diagnostics };
}

function printStates(states: readonly FileState[], diagrams: readonly CompiledDiagram[]): void {
  for (const { file, state } of states) if (state !== 'unchanged') console.log(`${state} ${file}`);
  const unchanged = states.filter(({ state }) => state === 'unchanged').length;
  const kept = unchanged === 0 ? '' : `, ${unchanged} file${unchanged === 1 ? '' : 's'} up to date`;
  console.log(`${summary(diagrams)}${kept}.`);
}

function staleness(states: readonly FileState[]): CommandError | undefined {
  const stale = states.filter(({ state }) => state === 'stale').map(({ file }) => file);
  if (stale.length === 0) return undefined;
  return new CommandError(`Not what the diagrams say: ${stale.join(', ')}.`, {
    hint: 'Run `baton compile`, look at the difference, and commit it.',
  });
}
