import { relative, sep } from 'node:path';

/** One reason why workflow code could not be bundled. Files are absolute. */
export type BundleProblem =
  /** Modules that workflow code must not reach: own files that import one another, then perhaps a library. */
  | {
      readonly kind: 'forbidden';
      readonly modules: readonly string[];
      readonly files: readonly string[];
      readonly library?: string;
    }
  | { readonly kind: 'syntax'; readonly text: string }
  | { readonly kind: 'not-found'; readonly request: string; readonly file: string }
  | { readonly kind: 'other'; readonly file: string; readonly text: string };

/** The problems as numbered paragraphs, and what to do about forbidden modules. */
export function describeProblems(problems: readonly BundleProblem[], cwd = process.cwd()): string {
  const paragraphs = problems.map((problem, i) => indent(`${i + 1}. `, describe(problem, cwd)));
  if (problems.some(({ kind }) => kind === 'forbidden')) paragraphs.push(adviceOnForbidden);
  return paragraphs.join('\n\n');
}

const adviceOnForbidden = `Workflow code is replayed, so it runs without access to the machine. Do such work in activities; import these for
their types only (import type) or through contracts (activityContract). A module that is never used at run time can be
named in bundlerOptions.ignoreModules.`;

function describe(problem: BundleProblem, cwd: string): string {
  const shown = (file: string) => relative(cwd, file) || file;
  switch (problem.kind) {
    case 'forbidden': {
      const steps = [...problem.files.map(shown), ...(problem.library ? [problem.library] : [])];
      const modules = listed(problem.modules);
      return `Workflow code must not reach ${modules}:\n  ${[...steps, modules].join('\n  → ')}`;
    }
    case 'syntax':
      return problem.text.replaceAll(cwd + sep, '');
    case 'not-found':
      return problem.request.startsWith('.')
        ? `${shown(problem.file)} imports "${problem.request}", which does not exist.`
        : `${shown(problem.file)} imports "${problem.request}", which is not installed (npm install ${problem.request}).`;
    case 'other':
      return `${shown(problem.file)}: ${problem.text}`;
  }
}

/** The first few: a library may reach forty. */
function listed(modules: readonly string[], limit = 6): string {
  const shown = modules.slice(0, limit).join(', ');
  return modules.length > limit ? `${shown} and ${modules.length - limit} more` : shown;
}

/** `axios` for `…/node_modules/axios/lib/http.js`; undefined for files outside of packages. */
export function packageOf(file: string): string | undefined {
  return /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file)?.[1];
}

function indent(mark: string, text: string): string {
  return mark + text.replaceAll('\n', `\n${' '.repeat(mark.length)}`);
}
