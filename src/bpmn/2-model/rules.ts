import { executableProcess } from './rules/executable-process';
import type { Rule } from './rules/rule';

/** All static rules, in the order in which they run. Each has a file of its own. */
export const rules: readonly Rule[] = [executableProcess];
