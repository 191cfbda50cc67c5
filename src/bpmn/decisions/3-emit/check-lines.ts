import { call, object, quote } from '../../4-emit/doc';
import { statementLines } from '../../4-emit/lines';
import type { Scope, Work } from './scope';

/** `given('total', 'number', { price, quantity });` */
export function checkLines(scope: Scope, { checked, uses, label }: Work, indent: number): string[] {
  return (['number', 'string', 'boolean'] as const).flatMap((kind) => {
    const names = [...checked].filter(([name, one]) => one === kind && scope.has(name)).map(([name]) => name);
    if (names.length === 0) return [];
    const values = object(names.map((name) => [name, scope.get(name)?.code ?? name]));
    return statementLines(call(uses.use('given'), quote(label), quote(kind), values), indent);
  });
}
