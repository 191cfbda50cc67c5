import type { Emission } from './emission';
import { toText, type Code } from './expressions/code';

/**
 * After `vars.status === 'new'` the type checker takes `vars.status` for `'new'` until it sees an assignment, and those by
 * activities it does not see. So a later decision that compares the same variable says that it may be anything.
 */
export function widened(code: Code, decision: string, emission: Emission): Code {
  if (code.kind === 'unary') return { ...code, operand: widened(code.operand, decision, emission) };
  if (code.kind !== 'binary') return code;
  const { operator, left, right } = code;
  if (operator === '&&' || operator === '||') {
    return {
      ...code,
      left: widened(left, decision, emission),
      right: widened(right, decision, emission),
    };
  }
  if (operator !== '===' && operator !== '!==') return code;
  if (isPath(left) && right.kind === 'literal')
    return { ...code, left: cast(left, right, decision, emission) };
  if (isPath(right) && left.kind === 'literal')
    return { ...code, right: cast(right, left, decision, emission) };
  return code;
}

function cast(
  path: Code,
  { value }: Extract<Code, { kind: 'literal' }>,
  decision: string,
  { compared }: Emission,
): Code {
  const name = toText(path, (variable) => variable);
  const first = compared.get(name) ?? decision;
  compared.set(name, first);
  return first === decision || typeof value === 'boolean'
    ? path
    : { kind: 'cast', code: path, type: typeof value };
}

function isPath(code: Code): boolean {
  return code.kind === 'variable' || (code.kind === 'member' && isPath(code.object));
}
