import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shown } from '../paths';
import type { Project } from '../project';
import { writeFiles, type TextFile } from '../write-files';
import {
  CONTRACT_IMPORTS,
  contractStub,
  functionStub,
  implementationStub,
  joinedByName,
  type MissingActivity,
} from './activity-stubs';
import { missingExport } from './check-exports';
import type { CompiledDiagram } from './compile-diagrams';
import type { FileState } from './report';

/**
 * Adds what diagrams need and their project does not have: stubs for activities (contracts are appended, each
 * implementation gets a file of its own and a line in the index), and the export of workflows from the index that the
 * worker runs. Nothing that is there already is changed.
 */
export function scaffold(diagrams: readonly CompiledDiagram[]): readonly FileState[] {
  const files = [...activityFiles(diagrams), ...workflowExports(diagrams)];
  return writeFiles(files).map(({ file }) => ({ file: shown(file), state: 'written' }));
}

/** The indexes that do not export all workflows of these diagrams, with what is missing. */
function workflowExports(diagrams: readonly CompiledDiagram[]): readonly TextFile[] {
  const modules = new Map<string, string[]>();
  for (const { project, files } of diagrams) {
    const missing = missingExport(files, project);
    if (missing) getOrAdd(modules, missing.index, () => []).push(`export * from '${missing.module}';`);
  }
  return [...modules].map(([index, exports]) => withExports(index, exports));
}

function activityFiles(diagrams: readonly CompiledDiagram[]): readonly TextFile[] {
  const byProject = new Map<string, { readonly project: Project; readonly missing: MissingActivity[] }>();
  for (const { project, processes, activities, file: diagram } of diagrams) {
    if (project === undefined || activities === undefined) continue;
    const { missing } = getOrAdd(byProject, project.root, () => ({ project, missing: [] }));
    for (const activity of processes.flatMap((process) => process.activities)) {
      if (!activities.includes(activity.name)) missing.push({ ...activity, diagram });
    }
  }
  return [...byProject.values()].flatMap(({ project, missing }) => stubs(project, joinedByName(missing)));
}

function stubs(project: Project, missing: readonly MissingActivity[]): readonly TextFile[] {
  if (missing.length === 0) return [];
  const folder = join(project.source, 'activities');
  // A project with plain functions keeps to them: with a first contract, diagrams would see contracts only.
  const plain = project.contracts === undefined && project.activitiesIndex !== undefined;
  const contracts = project.contracts ?? join(folder, 'contracts.ts');
  const index = project.activitiesIndex ?? join(folder, 'index.ts');
  return [
    ...(plain ? [] : [withContracts(contracts, missing.map(contractStub))]),
    ...missing.flatMap((activity) => {
      const file = join(folder, `${moduleName(activity)}.ts`);
      const content = plain ? functionStub(activity) : implementationStub(activity);
      return existsSync(file) ? [] : [{ file, content }];
    }),
    withExports(
      index,
      missing.map((activity) => `export { ${activity.name} } from './${moduleName(activity)}';`),
    ),
  ];
}

/** `chargeCard` → `charge-card` */
function moduleName({ name }: MissingActivity): string {
  return name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1-$2').toLowerCase();
}

/** The contracts' module with more of them, and with the imports they need. */
function withContracts(file: string, contracts: readonly string[]): TextFile {
  const before = textOf(file);
  const imports = CONTRACT_IMPORTS.filter((line) => !before.includes(line)).join('\n');
  return { file, content: paragraphs(imports, before, ...contracts) };
}

/** The index with more exports, each once. */
function withExports(file: string, exports: readonly string[]): TextFile {
  const before = textOf(file);
  const added = exports.filter((line) => !before.includes(line));
  return { file, content: [before, ...added].filter((line) => line !== '').join('\n') + '\n' };
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : '';
}

function paragraphs(...texts: readonly string[]): string {
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
