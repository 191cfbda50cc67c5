import { describe } from '../diagram';
import { unreachedIn } from '../reachable';
import { relatedTo } from '../related';
import type { Rule } from './rule';

/** Every element can be reached. One that only lacks an incoming flow is reported for that, with what is behind it. */
export const unreachable: Rule = (diagram, reporter) => {
  for (const container of diagram.containers) {
    for (const { root, followers } of unreachedIn(container, diagram)) {
      if (diagram.incoming(root).length === 0) continue;
      const related = relatedTo(followers, diagram);
      const where = diagram.document.place.of(root);
      reporter.report('element-unreachable', where, { element: describe(root) }, { related });
    }
  }
};
