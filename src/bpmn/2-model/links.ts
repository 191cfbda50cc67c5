import { resolve } from '../1-parse/resolve';
import { type XmlElement, childOf } from '../1-parse/xml-element';
import type { Container, Diagram } from './diagram';
import { requiredId } from './node-base';
import type { Flow } from './types';

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
export function linkName({ definition, event }: Link): string | undefined {
  return definition.attributes.get('name') ?? event.attributes.get('name');
}

/** Where a throwing link continues: at the catching one that it refers to, else at the one of its name. */
export function linkTarget<Target extends Link>(
  link: Link,
  targets: readonly Target[],
  diagram: Diagram,
): Target | undefined {
  const reference = childOf(link.definition, 'bpmn:target');
  if (!reference) return targets.find((target) => linkName(target) === linkName(link));
  const definition = resolve(diagram.document, reference, reference.text);
  return targets.find((target) => target.definition === definition);
}

/** A link is a sequence flow that is not drawn: one from each throwing event. Ids of XML files have no colon. */
export function linkFlows(container: Container, diagram: Diagram): Flow[] {
  const targets = linksOf(container, 'bpmn:IntermediateCatchEvent', diagram);
  return linksOf(container, 'bpmn:IntermediateThrowEvent', diagram).flatMap((link): Flow[] => {
    const target = linkTarget(link, targets, diagram);
    if (!target) return []; // a rule reports it
    const source = requiredId(link.event);
    const { position } = diagram.document.place.of(link.event);
    return [{ id: `${source}:link`, source, target: requiredId(target.event), position }];
  });
}
