import type { Rule } from './rule';

/** At least one process of the file is marked as executable. */
export const executableProcess: Rule = ({ document, processes }, reporter) => {
  if (processes.length === 0) reporter.report('not-executable', document.place.of(document.root), {});
};
