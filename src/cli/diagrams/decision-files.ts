import { readFileSync } from 'node:fs';
import { dirname, join, basename, resolve } from 'node:path';
import { compileDecisions } from '../../bpmn/decisions/compile-decisions';
import type { CompiledDecision } from '../../bpmn/decisions/describe-decision';
import type { KnownDecision } from '../../bpmn/4-emit/called-decisions';
import type { Diagnostic } from '../../bpmn/diagnostics/diagnostic';
import { fileProblem } from '../errors';
import { filesBelow } from '../files-below';
import { shown } from '../paths';
import { projectAround } from '../project';
import type { TextFile } from '../write-files';
import { fileDiagnostic } from './file-diagnostic';
import { moduleSpecifier } from './module-specifier';

/** A compiled file of decisions. */
export interface CompiledDecisions {
  /** Absolute. */
  readonly file: string;
  readonly xml: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Empty when there is an error. */
  readonly files: readonly TextFile[];
  readonly decisions: readonly CompiledDecision[];
}

/** A decision that a diagram may call, and the file it is in. */
export type FoundDecision = KnownDecision & { readonly file: string };

/** The files of decisions that commands work on: each is compiled once. */
export interface DecisionFiles {
  compile(file: string): CompiledDecisions;
  /** The decisions that a diagram may call: those of its folder, then those of the rest of the project. */
  around(diagram: string): readonly FoundDecision[];
}

export function isDecisionFile(file: string): boolean {
  return /\.dmn$/i.test(file);
}

/** All `*.dmn` files below a folder, at any depth. */
export function decisionFilesBelow(folder: string): readonly string[] {
  return filesBelow(folder, /\.dmn$/i);
}

export function decisionFiles({ strict }: { readonly strict: boolean }): DecisionFiles {
  const compiled = new Map<string, CompiledDecisions>();
  const found = new Map<string, readonly string[]>();

  const compile = (file: string): CompiledDecisions => {
    const known = compiled.get(file) ?? compileFile(file, strict, () => beside(file));
    compiled.set(file, known);
    return known;
  };
  /** The others in the same folder. */
  const beside = (file: string) =>
    below(dirname(file))
      .filter((other) => other !== file && dirname(other) === dirname(file))
      .map((other) => ({ file: other, ids: declaredIds(other) }));
  const below = (folder: string) => {
    const files = found.get(folder) ?? decisionFilesBelow(folder);
    found.set(folder, files);
    return files;
  };

  return {
    compile,
    around(diagram) {
      const folder = dirname(diagram);
      const project = projectAround(diagram)?.workflows;
      const own = below(folder).filter((file) => dirname(file) === folder);
      const others = project === undefined ? [] : below(project).filter((file) => !own.includes(file));
      return [...own, ...others].flatMap((file) =>
        compile(file).decisions.map(({ id, functionName, form }) => {
          const module = moduleSpecifier(diagram, file.replace(/\.dmn$/i, '.decision.ts'));
          return { id, functionName, form, module, file };
        }),
      );
    },
  };
}

function compileFile(
  file: string,
  strict: boolean,
  beside: () => readonly { readonly file: string; readonly ids: readonly string[] }[],
): CompiledDecisions {
  let xml: string;
  try {
    xml = readFileSync(file, 'utf8');
  } catch (error) {
    const diagnostics = fileDiagnostic(file, 'file-unreadable', { problem: fileProblem(error) });
    return { file, xml: '', diagnostics, files: [], decisions: [] };
  }
  const { files, diagnostics, decisions } = compileDecisions({ file: shown(file), xml }, { strict });
  const taken = decisions.flatMap(({ id }) => {
    const other = beside().find(({ ids }) => ids.includes(id));
    return other ? fileDiagnostic(file, 'decision-taken', { id, other: shown(other.file) }) : [];
  });
  return {
    file,
    xml,
    decisions,
    diagnostics: [...diagnostics, ...taken],
    files:
      taken.length > 0
        ? []
        : files.map(({ file: name, content }) => ({
            file: resolve(join(dirname(file), basename(name))),
            content,
          })),
  };
}

/** Ids of decisions and decision services, without compiling the file. */
function declaredIds(file: string): readonly string[] {
  try {
    const xml = readFileSync(file, 'utf8');
    return [...xml.matchAll(/<(?:[\w.-]+:)?decision(?:Service)?\s[^>]*?\bid="([^"]*)"/g)].flatMap(
      ([, id]) => id ?? [],
    );
  } catch {
    return []; // said when it is compiled itself
  }
}
