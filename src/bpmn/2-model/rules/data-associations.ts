import { childOf, childrenOf } from '../../1-parse/xml-element';
import { describe } from '../diagram';
import type { Rule } from './rule';

/** A data association with several sources says by a transformation how they become one value. */
export const dataAssociations: Rule = (diagram, reporter) => {
  for (const association of diagram.all('bpmn:DataAssociation')) {
    const sources = childrenOf(association, 'bpmn:sourceRef').length;
    if (sources < 2 || childOf(association, 'bpmn:transformation')) continue;
    const parameters = {
      element: describe(association),
      owner: describe(association.parent ?? association),
      sources,
    };
    reporter.report('data-association-sources', diagram.document.place.of(association), parameters);
  }
};
