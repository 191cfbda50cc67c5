import { localName } from '../../1-parse/namespaces';
import { childrenOf } from '../../1-parse/xml-element';
import { resolve } from '../../1-parse/resolve';
import { describe } from '../diagram';
import type { Rule } from './rule';

const ROLES = {
  'bpmn:InputSet': { all: 'bpmn:dataInputRefs', some: ['optionalInputRefs', 'whileExecutingInputRefs'] },
  'bpmn:OutputSet': { all: 'bpmn:dataOutputRefs', some: ['optionalOutputRefs', 'whileExecutingOutputRefs'] },
} as const;

/** What a set marks as optional, or as exchanged while the activity runs, is among its data. */
export const dataSetRoles: Rule = (diagram, reporter) => {
  for (const [type, { all, some }] of Object.entries(ROLES)) {
    for (const set of diagram.all(type)) {
      const listed = new Set(diagram.listed(set, all));
      for (const reference of some.flatMap((role) => childrenOf(set, `bpmn:${role}`))) {
        const data = resolve(diagram.document, reference, reference.text);
        if (!data || listed.has(data)) continue;
        const parameters = { data: describe(data), role: localName(reference.name), list: localName(all) };
        reporter.report('data-set-incomplete', diagram.document.place.of(reference), parameters);
      }
    }
  }
};
