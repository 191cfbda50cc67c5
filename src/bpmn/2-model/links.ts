import { resolve } from '../1-parse/resolve';
import { type XmlElement, childOf } from '../1-parse/xml-element';
import type { Container, Diagram } from './diagram';
import { requiredId } from './node-base';
import type { Flow, Node } from './types';

/** A link event with its definition. */
export interface Link {
  readonly event: XmlElement;
  readonly definition: XmlElement;
}

/** The link events of a process or sub-process that are of one type, in document order. */
export function linksOf({ nodes }: Container, type: string, diagram: Diagram): Link[] {
  return nodes
    .filter((event) => event.type === type)
    .flatMap((event) =>
      diagram
        .eventDefinitions(event)
        .filter((definition) => definition.type === 'bpmn:LinkEventDefinition')
        .map((definition) => ({ event, definition })),
    );
}

/** What a link is known by. */
function linkName({ definition, event }: Link): string | undefined {
  return definition.attributes.get('name') ?? event.attributes.get('name');
}

/** Where throwing links continue: at the catching one that they refer to, else at the one of their name. */
export function linkTargets<Target extends Link>(
  targets: readonly Target[],
  diagram: Diagram,
): (link: Link) => Target | undefined {
  const byDefinition = new Map(targets.map((target) => [target.definition, target]));
  const byName = new Map(targets.map((target) => [linkName(target), target] as const).reverse());
  return (link) => {
    const reference = childOf(link.definition, 'bpmn:target');
    if (!reference) return byName.get(linkName(link));
    const definition = resolve(diagram.document, reference, reference.text);
    return definition && byDefinition.get(definition);
  };
}

/** A link is a sequence flow that is not drawn: one from each throwing event. Ids of XML files have no colon. */
export function linkFlows(container: Container, diagram: Diagram): Flow[] {
  const targetOf = linkTargets(linksOf(container, 'bpmn:IntermediateCatchEvent', diagram), diagram);
  return linksOf(container, 'bpmn:IntermediateThrowEvent', diagram).flatMap((link): Flow[] => {
    const target = targetOf(link);
    if (!target) return []; // a rule reports it
    const source = requiredId(link.event);
    const { position } = diagram.document.place.of(link.event);
    return [{ id: `${source}:link`, source, target: requiredId(target.event), position }];
  });
}

/** The nodes of a scope, its link events with the flows that they stand for. */
export function withLinks(nodes: readonly Node[], flows: readonly Flow[]): readonly Node[] {
  if (flows.length === 0) return nodes;
  const outgoing = new Map(flows.map(({ source, id }) => [source, id]));
  const incoming = new Map<string, string[]>();
  for (const { target, id } of flows) incoming.set(target, [...(incoming.get(target) ?? []), id]);
  return nodes.map((node) => {
    if (node.kind !== 'linkEvent') return node;
    const out = outgoing.get(node.id);
    return Object.freeze({
      ...node,
      incoming: Object.freeze([...node.incoming, ...(incoming.get(node.id) ?? [])]),
      outgoing: Object.freeze([...node.outgoing, ...(out === undefined ? [] : [out])]),
    });
  });
}
