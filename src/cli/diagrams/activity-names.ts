import { loadModule } from '../load-module';
import type { Project } from '../project';

/**
 * The names under which the project exports its activities: the contracts' where there are any, because generated code
 * imports those, else the implementations'.
 *
 * @throws CommandError when the module cannot be loaded
 */
export async function activityNames(project: Project): Promise<readonly string[]> {
  const { contracts, activitiesIndex, esm } = project;
  if (contracts !== undefined) return namesIn(await loadModule(contracts, esm), isContract);
  if (activitiesIndex !== undefined) return namesIn(await loadModule(activitiesIndex, esm), isFunction);
  return [];
}

function namesIn(module: object, isActivity: (value: unknown) => boolean): readonly string[] {
  return Object.entries(module)
    .filter(([, value]) => isActivity(value))
    .map(([name]) => name)
    .sort();
}

function isContract(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'name' in value && 'options' in value;
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}
