import { call, isPlainKey, object, quote, type Doc } from '../../4-emit/doc';
import type { EmittedDecision, FileEmission } from './file-emission';
import type { Constant } from './logic';
import type { Used } from './reading';
import type { Binding, Scope, Work } from './scope';
import type { Sharing } from './sharing';
import { ANYTHING } from './value-types';

/** The results of other decisions in the function of one. */
export interface RequiredResults {
  /** What whoever has it already gives along, and how it is decided otherwise. */
  readonly given: readonly GivenResult[];
  readonly before: readonly Constant[];
  /** The names that they have in expressions. */
  readonly scope: Scope;
}

export interface GivenResult extends Constant {
  readonly id: string;
  /** By which it is given. */
  readonly key: string;
}

export function requiredResults(
  used: readonly Used[],
  sharing: Sharing,
  params: Scope,
  work: Work,
  file: FileEmission,
): RequiredResults {
  const given: GivenResult[] = [];
  const before: Constant[] = [];
  const codes = new Map<string, string>();
  for (const other of inOrder(used, sharing, file)) {
    const { id } = other.decision;
    const name = work.names.take(other.decision.variable.name, 'result', 'Result');
    const doc = callOf(other, params, codes, file);
    if (sharing.given.includes(id)) given.push({ id, key: file.resultKey(id), name, doc });
    else before.push({ name, doc });
    codes.set(id, name);
  }
  const scope = new Map<string, Binding>();
  for (const { other, names, outputs } of used) {
    const code = codes.get(other.id) ?? 'null';
    const value = file.emitted(other.id)?.value ?? ANYTHING;
    for (const name of names) scope.set(name, { code, value });
    for (const name of outputs) {
      const output = work.names.take(name, 'output');
      const path = isPlainKey(name) ? `?.${name}` : `?.[${quote(name)}]`;
      before.push({ name: output, doc: `${code}${path} ?? null` });
      scope.set(name, { code: output, value: ANYTHING });
    }
  }
  return { given, before, scope };
}

/** As they are required, unless some have to come before others that go on with them. */
function inOrder(
  used: readonly Used[],
  { given, shared }: Sharing,
  file: FileEmission,
): readonly EmittedDecision[] {
  const ids = [...new Set([...used.map(({ other }) => other.id), ...given, ...shared])];
  const all = ids.flatMap((id) => file.emitted(id) ?? []);
  return given.length + shared.length === 0 ? all : file.sorted(all);
}

/** `risk({ amount })`, `fee({ amount }, { risk })` */
function callOf(
  { functionName, inputs, given }: EmittedDecision,
  params: Scope,
  codes: ReadonlyMap<string, string>,
  file: FileEmission,
): Doc {
  if (inputs.length === 0) return call(functionName);
  const args = object(inputs.map(({ name }) => [name, params.get(name)?.code ?? 'null'] as const));
  const known = given.flatMap((id) => {
    const code = codes.get(id);
    return code === undefined ? [] : [[file.resultKey(id), code] as const];
  });
  return call(functionName, args, ...(known.length > 0 ? [object(known)] : []));
}
