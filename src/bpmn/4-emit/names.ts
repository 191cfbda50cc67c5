import { identifier } from '../../shared/identifier';
import { workflowType } from '../../shared/workflow-type';
import type { Node, Process, Scope } from '../2-model/types';
import { withHandlers } from '../3-structure/scope-parts';
import { HELPERS, isExpressionHelper } from './helpers';
import { isGlobal } from './expressions/javascript';

const KEYWORDS = [
  ...[
    'abstract',
    'any',
    'arguments',
    'as',
    'async',
    'await',
    'boolean',
    'break',
    'case',
    'catch',
    'class',
    'const',
  ],
  ...[
    'continue',
    'debugger',
    'default',
    'delete',
    'do',
    'else',
    'enum',
    'eval',
    'export',
    'extends',
    'false',
  ],
  ...[
    'finally',
    'for',
    'function',
    'if',
    'implements',
    'import',
    'in',
    'instanceof',
    'interface',
    'let',
    'new',
  ],
  ...[
    'null',
    'number',
    'object',
    'of',
    'package',
    'private',
    'protected',
    'public',
    'return',
    'static',
    'string',
  ],
  ...[
    'super',
    'switch',
    'symbol',
    'this',
    'throw',
    'true',
    'try',
    'type',
    'typeof',
    'undefined',
    'unknown',
    'var',
  ],
  ...['void', 'while', 'with', 'yield'],
];
const RESERVED = new Set([
  ...KEYWORDS,
  ...Object.values(HELPERS).flat(),
  ...[
    'activities',
    'continued',
    'defineProcess',
    'implementations',
    'input',
    'process',
    'processes',
    'schema',
    'Variables',
    'tasks',
  ],
]);

export function isReserved(name: string): boolean {
  return RESERVED.has(name) || isGlobal(name);
}

/** Whether a parameter of this name would be refused, or hide something that expressions use. */
export function isParameterName(name: string): boolean {
  return (
    /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) &&
    !KEYWORDS.includes(name) &&
    !isGlobal(name) &&
    !isExpressionHelper(name)
  );
}

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

/** Names for the local functions, constants and labels of a process. */
/** What stands behind the name of an element in the names of constants and functions. */
const SUFFIXES = [
  ...([
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
  ] as const),
  ...(['Turn', 'Variables'] as const),
] as const;
type Suffix = (typeof SUFFIXES)[number] | `Input${number}`;

export interface Names {
  /** After the element; where several elements would get the same name, each has its id in it. */
  local(node: Named, suffix?: Suffix | ''): string;
  /** Labels do not get in the way of other names. */
  label(node: Named): string;
  /** Whether something in the process is called so, or may be. */
  isTaken(name: string): boolean;
}

interface Named {
  readonly id: string;
  readonly name?: string;
}

export function namesFor(process: Process, taken: string): Names {
  const wanted = new Map<string, Set<string>>();
  for (const { id, name, kind } of allNodes(process)) {
    if (kind === 'endEvent' || kind === 'startEvent') continue; // nothing is named after them
    const base = baseOf({ id, ...(name !== undefined && { name }) });
    wanted.set(base, (wanted.get(base) ?? new Set()).add(id));
  }
  const distinct = (node: Named, isFree: (name: string) => boolean) => {
    const base = baseOf(node);
    const isUnique = (wanted.get(base)?.size ?? 0) <= 1;
    return isUnique && isFree(base) ? base : `${base}_${node.id.replace(/[^\p{ID_Continue}]/gu, '_')}`;
  };
  return {
    local(node, suffix = '') {
      const name = distinct(node, (base) => !isReserved(base) && base !== taken) + suffix;
      return suffix !== '' && wanted.has(name) ? `${name}_` : name;
    },
    label: (node) => distinct(node, (base) => !KEYWORDS.includes(base)),
    isTaken: (name) =>
      name === taken ||
      [...wanted.keys()].some((base) => name.startsWith(base) && BEHIND_A_NAME.test(name.slice(base.length))),
  };
}

/** A suffix, the number of an input, and what sets elements of the same name apart. */
const BEHIND_A_NAME = new RegExp(`^(${SUFFIXES.join('|')})?\\d*(_.*)?$`, 'u');

function baseOf({ id, name }: Named): string {
  return identifier(name ?? '') || identifier(id) || '_';
}

/** Of all scopes, inner ones after the one that they stand in. */
export function allNodes({
  nodes,
  eventSubProcesses = [],
}: Pick<Scope, 'nodes' | 'eventSubProcesses'>): Node[] {
  return [...withHandlers(nodes), ...eventSubProcesses].flatMap((node) =>
    node.kind === 'subProcess' ? [node, ...allNodes(node.scope)] : [node],
  );
}

/**
 * The activity's name as a property of the activities module: a class or path by its last part (`com.acme.ChargeCard` →
 * `chargeCard`), a bean's method with the bean (`orders.total` → `ordersTotal`), else as it is (`charge-card`).
 */
export function activityName(implementation: string): string {
  const path = /^[\p{L}\p{N}_$]+(\.[\p{L}\p{N}_$]+)+$/u.test(implementation) ? implementation.split('.') : [];
  const last = path.at(-1) ?? implementation;
  const isMethod = path.length === 2 && !/^\p{Lu}/u.test(last);
  const name =
    identifier(isMethod ? path.join(' ') : last, Infinity) ||
    identifier(implementation, Infinity) ||
    'activity';
  // What cannot be the name of a constant or function cannot be exported.
  return KEYWORDS.includes(name) ? `${name}Activity` : name;
}
