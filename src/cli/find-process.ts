import { readFileSync } from 'node:fs';
import { didYouMean } from '../shared/did-you-mean';
import type { ProcessSpec } from '../shared/process-contract';
import { reexportedFiles } from './diagrams/reexports';
import { UsageError } from './errors';
import { filesBelow } from './files-below';
import { loadModule } from './load-module';
import { isFile, shown } from './paths';
import type { Project } from './project';

/**
 * The process that a person means by its workflow type: its contract, from a `*.process.ts` file of the project, else
 * the bare type of a workflow function that has none.
 *
 * @throws {UsageError} when the project has no such process; it names those it has
 */
export async function findProcess(project: Project, type: string): Promise<ProcessSpec | string> {
  const contracts = await processContracts(project);
  const contract = contracts.find((known) => known.type === type);
  if (contract !== undefined) return contract;
  const others = exportedFunctions(project);
  if (others.includes(type)) return type;
  throw unknownProcess(project, type, [...new Set([...contracts.map((known) => known.type), ...others])]);
}

/** The contract of a process, if the project has one. */
export async function findContract(project: Project, type: string): Promise<ProcessSpec | undefined> {
  return (await processContracts(project)).find((contract) => contract.type === type);
}

/** All contracts that the project's `*.process.ts` files export. */
export async function processContracts({ workflows, esm }: Project): Promise<readonly ProcessSpec[]> {
  const contracts: ProcessSpec[] = [];
  for (const file of filesBelow(workflows, /\.process\.[cm]?[jt]s$/)) {
    contracts.push(...(await contractsIn(file, esm)).map(({ contract }) => contract));
  }
  return contracts;
}

/** The contracts that a file exports, with the names of the exports. */
export async function contractsIn(
  file: string,
  esm: boolean,
): Promise<readonly { readonly name: string; readonly contract: ProcessSpec }[]> {
  const exported = Object.entries(await loadModule(file, esm));
  return exported.flatMap(([name, contract]) => (isContract(contract) ? [{ name, contract }] : []));
}

function isContract(value: unknown): value is ProcessSpec {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Names of the functions that the index of the workflows exports, read from the text. */
export function exportedFunctions({ workflowsIndex }: Project): readonly string[] {
  if (workflowsIndex === undefined) return [];
  return [...reexportedFiles(workflowsIndex)].filter(isFile).flatMap((file) => {
    const names = readFileSync(file, 'utf8').matchAll(/^export (?:async )?(?:function|const) (\w+)/gm);
    return [...names].flatMap(([, name]) => name ?? []);
  });
}

function unknownProcess(project: Project, type: string, known: readonly string[]): UsageError {
  const place = shown(project.workflows);
  const list = known.length > 0 ? `It has: ${[...known].sort().join(', ')}.` : 'It has none.';
  return new UsageError(`There is no process "${type}" in ${place}.`, {
    hint: [didYouMean(type, known), list].filter((line) => line !== undefined).join('\n'),
  });
}
