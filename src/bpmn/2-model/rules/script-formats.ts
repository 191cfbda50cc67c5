import { childOf } from '../../1-parse/xml-element';
import { describe } from '../diagram';
import type { Rule } from './rule';

/** A script says in which language it is written. */
export const scriptFormats: Rule = ({ containers, document }, reporter) => {
  for (const { nodes } of containers) {
    for (const task of nodes.filter(({ type }) => type === 'bpmn:ScriptTask')) {
      if (!childOf(task, 'bpmn:script') || task.attributes.get('scriptFormat')?.trim()) continue;
      reporter.report('script-format-missing', document.place.of(task), { element: describe(task) });
    }
  }
};
