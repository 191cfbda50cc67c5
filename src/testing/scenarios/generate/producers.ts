import type { Mapping, Node } from '../../../bpmn/2-model/types';
import { beanOf, isDelegate } from './conditions/bean-of';
import { canThrow } from './ways';

/** The whole of what an element gives, under which its parts are put: `value.approved`. */
export const VALUE = 'value';

/**
 * Where in what an element is answered, completed or told with a variable of the process comes from.
 *
 * @param path - of the variable: `order.amount`
 * @returns path in the answer, beginning with `value`; undefined if the element does not set the variable
 */
export function sourceIn(node: Node, path: string): string | undefined {
  if ('loop' in node && node.loop) return undefined;
  if (!isSupplied(node)) return undefined;
  const mappings = mappingsOf(node);
  for (const { target, source } of mappings) {
    const rest = restOf(path, target);
    const from = rest === undefined ? undefined : plainPath(source);
    if (rest !== undefined && from !== undefined) return `${VALUE}.${from}${rest}`;
  }
  if ('resultVariable' in node && node.resultVariable !== undefined) {
    const rest = restOf(path, node.resultVariable);
    return rest === undefined ? undefined : `${VALUE}${rest}`;
  }
  const bean = beanOf(node);
  if (bean && !isDelegate(bean)) return undefined;
  const isMerged = node.kind === 'callActivity' ? node.takes.all : mappings.length === 0;
  return isMerged ? `${VALUE}.${path}` : undefined;
}

/** Whether the scenario says what an element brings. */
export function isSupplied(node: Node): boolean {
  if (node.kind === 'userTask' || node.kind === 'receiveTask') return true;
  if (node.kind === 'intermediateCatchEvent' || node.kind === 'boundaryEvent')
    return node.trigger.kind === 'message' || node.trigger.kind === 'signal';
  if (node.kind === 'startEvent')
    return (
      node.trigger?.kind === 'message' ||
      node.trigger?.kind === 'signal' ||
      (node.startedBy ?? []).some(({ kind }) => kind !== 'timer')
    );
  return canThrow(node);
}

function mappingsOf(node: Node): readonly Mapping[] {
  if (node.kind === 'callActivity') return node.takes.mappings;
  return 'outputs' in node ? (node.outputs ?? []) : [];
}

/** `.amount`, of `order.amount` without `order` */
function restOf(path: string, head: string): string | undefined {
  if (path === head) return '';
  return path.startsWith(`${head}.`) ? path.slice(head.length) : undefined;
}

/** The variable that an expression is, if it is nothing but one. */
export function plainPath(source: Mapping['source']): string | undefined {
  if (source.language === 'variable') return source.name;
  if (source.language === 'list' || source.language === 'map' || source.language === 'script')
    return undefined;
  const text = source.language === 'juel' ? source.text.replace(/^[$#]\{(.*)\}$/, '$1') : source.text;
  return source.language !== 'literal' && /^[\p{L}_][\w.]*$/u.test(text.trim()) ? text.trim() : undefined;
}
