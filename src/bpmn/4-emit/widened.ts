import type { Emission } from './emission';
import { toText, type Code } from './expressions/code';
import { isKnown, typeOfProperty, type Type } from './expressions/types';

type Literal = Extract<Code, { kind: 'literal' }>;
type Binary = Extract<Code, { kind: 'binary' }>;

/** Where a variable was compared with constants: the decision that did it first, and how each of its ways did it. */
export interface Compared {
  readonly decision: string;
  readonly ways: Map<string, readonly Comparison[]>;
}

interface Comparison {
  readonly value: Literal['value'];
  /** The way is taken if they are equal; if not, the type checker knows what the variable is on the others. */
  readonly equal: boolean;
}

/** The condition that is being written. */
interface Asked {
  /** The element whose ways it helps to choose between. */
  readonly decision: string;
  /** The way that it stands on. */
  readonly way: string;
  readonly emission: Emission;
  readonly comparisons: Map<string, Comparison[]>;
}

/** What is around a part of a condition. */
interface Around {
  readonly negated: boolean;
  readonly and: boolean;
}

/**
 * After `vars.status === 'new'` the type checker takes `vars.status` for `'new'` until it sees an assignment, and those by
 * activities it does not see; so a later decision that compares the same variable says that it may be anything. So does a
 * way that is tested when the type checker knows the variable already: where `vars.code !== 1` was false, it is 1.
 *
 * @param decision - the element whose ways the condition helps to choose between
 * @param way - the element that has the condition
 */
export function widened(code: Code, decision: string, way: string, emission: Emission): Code {
  const asked: Asked = { decision, way, emission, comparisons: new Map() };
  const result = widen(code, { negated: false, and: false }, asked);
  for (const [name, comparisons] of asked.comparisons) {
    const compared = emission.compared.get(name) ?? { decision, ways: new Map() };
    emission.compared.set(name, compared);
    if (compared.decision === decision) compared.ways.set(way, comparisons);
  }
  return result;
}

function widen(code: Code, around: Around, asked: Asked): Code {
  if (code.kind === 'unary') {
    const negated = code.operator === '!' ? !around.negated : around.negated;
    return { ...code, operand: widen(code.operand, { ...around, negated }, asked) };
  }
  if (code.kind !== 'binary') return code;
  const { operator, left, right } = code;
  if (operator === '&&' || operator === '||') {
    const inner = { ...around, and: around.and || (operator === '&&') !== around.negated };
    return { ...code, left: widen(left, inner, asked), right: widen(right, inner, asked) };
  }
  if (operator !== '===' && operator !== '!==') return code;
  if (isPath(left) && right.kind === 'literal') return comparison(code, left, right, around, asked);
  if (isPath(right) && left.kind === 'literal') return comparison(code, right, left, around, asked);
  return code;
}

function comparison(code: Binary, path: Code, literal: Literal, around: Around, asked: Asked): Code {
  const { value } = literal;
  const isEquality = code.operator === '===';
  if (typeof value === 'boolean' && isKnown(typeOfPath(path, asked.emission), 'boolean')) {
    return value === isEquality ? path : { kind: 'unary', operator: '!', operand: path };
  }
  const name = toText(path, (variable) => variable);
  const mine = asked.comparisons.get(name) ?? [];
  const isNarrowed = (around.and && mine.length > 0) || narrows([...mine, ...before(name, asked)], value);
  asked.comparisons.set(name, [...mine, { value, equal: isEquality !== around.negated }]);
  if (!isNarrowed && isFirst(name, asked)) return code;
  const cast: Code = { kind: 'cast', code: path, type: typeof value };
  return code.left === path ? { ...code, left: cast } : { ...code, right: cast };
}

/** Whether comparisons that were not true leave the type checker with something that cannot be compared with a value. */
function narrows(comparisons: readonly Comparison[], value: Literal['value']): boolean {
  return comparisons.some((one) => !one.equal || one.value === value);
}

function isFirst(name: string, { decision, emission }: Asked): boolean {
  return (emission.compared.get(name)?.decision ?? decision) === decision;
}

/** What the ways before this one compared a variable with. */
function before(name: string, { way, emission }: Asked): readonly Comparison[] {
  const ways = [...(emission.compared.get(name)?.ways ?? [])];
  const at = ways.findIndex(([one]) => one === way);
  return (at < 0 ? ways : ways.slice(0, at)).flatMap(([, comparisons]) => comparisons);
}

function typeOfPath(path: Code, emission: Emission): Type {
  if (path.kind === 'member') return typeOfProperty(typeOfPath(path.object, emission), path.name);
  return emission.variables.type(path.kind === 'variable' ? path.name : '');
}

function isPath(code: Code): boolean {
  return code.kind === 'variable' || (code.kind === 'member' && isPath(code.object));
}
