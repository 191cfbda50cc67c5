import type { Node } from '../../../bpmn/2-model/types';
import { done, elementOf, type Way, type Ways } from './ways';

/** What a draft is about, in the words of the diagram. */
export function titleOf({ from, to, kind, goal }: Way, { nodes, from: waysFrom }: Ways): string {
  const source = nodes.get(elementOf(from));
  const target = nodes.get(elementOf(to));
  if (kind === 'leave' && source && to === done(elementOf(to)))
    return `the shortest way, to ${nameOf(source)}`;
  if (kind === 'event') return `${nameOf(target)}${source ? `, during ${nameOf(source)}` : ''}`;
  if (kind === 'throws') return `${nameOf(source)} ends in ${nameOf(target)}`;
  const isChoice = (waysFrom.get(from) ?? []).filter((way) => way.kind === 'flow').length > 1;
  return isChoice
    ? `${nameOf(source)} → ${nameOf(target)} (${goal})`
    : `from ${nameOf(source)} to ${nameOf(target)}`;
}

function nameOf(node: Node | undefined): string {
  return node?.name ?? node?.id ?? 'the start';
}
