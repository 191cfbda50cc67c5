import { identifier } from '../../shared/identifier';
import { workflowType } from '../../shared/workflow-type';
import { isReserved } from './reserved';

/** The file that a process is in. */
interface DiagramFile {
  /** Its name without the ending. */
  readonly base: string;
  /** Ids of all its executable processes, which must not get the same name. */
  readonly ids: readonly string[];
  readonly deployment?: string | undefined;
}

/**
 * The name of a process's function, which is its workflow type: from the id, which people change rarely, or where an editor
 * made that up, from the file's name; after the deployment key if there is one.
 */
export function functionName(id: string, { base, ids, deployment }: DiagramFile): string {
  const textOf = (one: string) => (isMadeUp(one) ? (ids.length > 1 ? `${base} ${one}` : base) : one);
  const type = workflowType(textOf(id), deployment);
  const name = isReserved(type) ? `${type}Process` : type;
  const same = ids.filter((other) => identifier(textOf(other)) === identifier(textOf(id)));
  const place = same.sort().indexOf(id);
  return place > 0 ? `${name}${place + 1}` : name;
}

/** Ids that editors make up: `Process_1`, `Process_0k3y9xz`, `sid-8a1b2c3d-…`. Many files have the same. */
function isMadeUp(id: string): boolean {
  return (
    /^(?:process|sid)?[-_]*(?:\d[\d_-]*|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i.test(id) ||
    /^process_(?=[a-z]*\d)[\da-z]{7}$/i.test(id)
  );
}
