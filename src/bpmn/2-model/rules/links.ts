import { type XmlElement, childrenOf } from '../../1-parse/xml-element';
import { resolve } from '../../1-parse/resolve';
import { type Diagram, describe } from '../diagram';
import type { Rule } from './rule';

interface Link {
  readonly event: XmlElement;
  readonly definition: XmlElement;
}

/** Every throwing link continues at a catching one of the same process or sub-process, and they agree about it. */
export const links: Rule = (diagram, reporter) => {
  for (const { nodes } of diagram.containers) {
    const all = nodes.flatMap((event) =>
      diagram
        .eventDefinitions(event)
        .filter(({ type }) => type === 'bpmn:LinkEventDefinition')
        .map((definition): Link => ({ event, definition })),
    );
    const caught = all.filter(({ event }) => event.type === 'bpmn:IntermediateCatchEvent');
    for (const link of all.filter(({ event }) => event.type === 'bpmn:IntermediateThrowEvent')) {
      const where = diagram.document.place.of(link.event);
      const target = targetOf(link, caught, diagram);
      if (!target) reporter.report('link-unmatched', where, { element: describe(link.event) });
      else if (contradicts(link, target, diagram)) {
        reporter.report('link-contradiction', where, { element: describe(link.event) });
      }
    }
  }
};

/** The link that `<target>` refers to, else the one with the same name. */
function targetOf(link: Link, caught: readonly Link[], diagram: Diagram): Link | undefined {
  const [reference] = childrenOf(link.definition, 'bpmn:target');
  if (reference) {
    const definition = resolve(diagram.document, reference, reference.text);
    return caught.find((other) => other.definition === definition);
  }
  const name = nameOf(link);
  return caught.find((other) => nameOf(other) === name);
}

/** Whether the target lists its sources, but not this one. */
function contradicts(link: Link, target: Link, diagram: Diagram): boolean {
  const sources = childrenOf(target.definition, 'bpmn:source');
  const listed = sources.map((source) => resolve(diagram.document, source, source.text));
  return listed.length > 0 && !listed.includes(link.definition);
}

function nameOf({ definition, event }: Link): string | undefined {
  return definition.attributes.get('name') ?? event.attributes.get('name');
}
