import { resolve } from '../../1-parse/resolve';
import { type XmlElement, childrenOf } from '../../1-parse/xml-element';
import type { Reporter } from '../../diagnostics/reporter';
import { type Diagram, describe } from '../diagram';
import { type Link, linksOf, linkTargets } from '../links';
import { relatedTo } from '../related';
import type { Rule } from './rule';

/** A catching link, with the definitions that it names as its sources. */
interface Target extends Link {
  readonly sources: ReadonlySet<XmlElement | undefined>;
}

/** Every throwing link continues at a catching one of the same process or sub-process, and they agree about it; to every catching one there is a throwing one. */
export const links: Rule = (diagram, reporter) => {
  for (const container of diagram.containers) {
    const targets = linksOf(container, 'bpmn:IntermediateCatchEvent', diagram).map((link): Target => {
      const sources = childrenOf(link.definition, 'bpmn:source');
      return {
        ...link,
        sources: new Set(sources.map((source) => resolve(diagram.document, source, source.text))),
      };
    });
    reportRepeated(targets, diagram, reporter);
    const targetOf = linkTargets(targets, diagram);
    const throwing = linksOf(container, 'bpmn:IntermediateThrowEvent', diagram);
    const reached = new Set<XmlElement>();

    for (const link of throwing) {
      const target = targetOf(link);
      if (target) reached.add(target.event);
      const where = diagram.document.place.of(link.event);
      if (!target) {
        reporter.report('link-unmatched', where, { element: describe(link.event) });
      } else if (target.sources.size > 0 && !target.sources.has(link.definition)) {
        reporter.report('link-contradiction', where, { element: describe(link.event) });
      }
    }
    // Without its other end, a link is missed there already.
    if (throwing.some((link) => !targetOf(link))) continue;
    for (const { event, definition } of targets) {
      if (reached.has(event) || isRepeated(definition, targets)) continue;
      reporter.report('element-unreachable', diagram.document.place.of(event), { element: describe(event) });
    }
  }
};

function isRepeated({ attributes }: XmlElement, targets: readonly Target[]): boolean {
  const name = attributes.get('name');
  return targets.filter(({ definition }) => definition.attributes.get('name') === name).length > 1;
}

/** Where a link continues must be known: two catching events of one name leave it open. */
function reportRepeated(targets: readonly Target[], diagram: Diagram, reporter: Reporter): void {
  const first = new Map<string, Target>();
  for (const target of targets) {
    const name = target.definition.attributes.get('name');
    if (name === undefined) continue;
    const other = first.get(name);
    if (!other) {
      first.set(name, target);
      continue;
    }
    const related = relatedTo([other.event], diagram);
    const where = diagram.document.place.of(target.event);
    reporter.report('link-repeated', where, { element: describe(target.event), name }, { related });
  }
}
