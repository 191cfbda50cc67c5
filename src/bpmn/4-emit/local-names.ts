import { identifier } from '../../shared/identifier';
import type { Node, Process } from '../2-model/types';
import { allNodes } from '../3-structure/scope-parts';
import { isKeyword } from '../../shared/keywords';
import { isReserved } from './reserved';

/** What stands behind the name of an element in the names of constants and functions. */
const SUFFIXES = [
  'Branch',
  'Event',
  'Flow',
  'ForAll',
  'Input',
  'Outcome',
  'Passed',
  'Path',
  'Result',
  'Tokens',
  'Turn',
  'Variables',
  'Kept',
] as const;
type Suffix = (typeof SUFFIXES)[number] | `Input${number}` | '';

/** What elements are, for names that mean something else: a task "Publish" becomes `publishTask`. */
const NOUNS = ['Activity', 'Event', 'Gateway', 'SubProcess', 'Task'] as const;

/** Names for the local functions, constants and labels of a process. */
export interface LocalNames {
  /** After the element, with what it is or its id where others would have the same name. */
  local(node: Node, suffix?: Suffix): string;
  /** Labels do not get in the way of other names. */
  label(node: Node): string;
  /** Whether something in the process is called so, or may be. */
  isTaken(name: string): boolean;
}

/** @param taken - the name of the process's own function */
export function localNamesFor(process: Process, taken: string): LocalNames {
  const wanted = new Map<string, Set<string>>();
  for (const node of allNodes(process)) {
    if (node.kind === 'endEvent' || node.kind === 'startEvent') continue; // nothing is named after them
    const base = baseOf(node);
    wanted.set(base, (wanted.get(base) ?? new Set()).add(node.id));
  }
  /** By its name, by that and what it is, or by its id: the first that is free. */
  const named = (node: Node, suffix: Suffix, isFree: (name: string) => boolean) => {
    const base = baseOf(node);
    const withNoun = `${base}${nounOf(node)}`;
    const isUnique = (wanted.get(base)?.size ?? 0) <= 1;
    const candidates = isUnique ? [base, ...(wanted.has(withNoun) ? [] : [withNoun])] : [];
    const found = candidates
      .map((one) => one + suffix)
      .find((name) => isFree(name) && (name === base || !wanted.has(name)));
    return found ?? `${base}_${node.id.replace(/[^\p{ID_Continue}]/gu, '_')}${suffix}`;
  };
  return {
    local: (node, suffix = '') => named(node, suffix, (name) => !isReserved(name) && name !== taken),
    label: (node) => named(node, '', (name) => !isKeyword(name)),
    isTaken: (name) =>
      name === taken ||
      [...wanted.keys()].some((base) => name.startsWith(base) && BEHIND_A_NAME.test(name.slice(base.length))),
  };
}

/** What the element is, a suffix, the number of an input, and what sets elements of the same name apart. */
const BEHIND_A_NAME = new RegExp(`^(${NOUNS.join('|')})?(_.*)?(${SUFFIXES.join('|')})?\\d*$`, 'u');

function baseOf({ id, name }: Node): string {
  return identifier(name ?? '') || identifier(id) || '_';
}

function nounOf({ kind }: Node): string {
  return NOUNS.find((noun) => kind.toLowerCase().endsWith(noun.toLowerCase())) ?? '';
}
