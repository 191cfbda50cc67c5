import { isKeyword, KEYWORDS } from '../../shared/keywords';
import { isPlainKey } from './doc';
import { isGlobal } from './expressions/javascript';
import { HELPERS, isExpressionHelper } from './helpers';

/** What generated files declare or import besides the helpers. */
const OWN_NAMES = [
  'activities',
  'body',
  'continued',
  'defineProcess',
  'implementations',
  'input',
  'process',
  'processes',
  'schema',
  'Variables',
  'tasks',
];

const RESERVED: ReadonlySet<string> = new Set([...KEYWORDS, ...Object.values(HELPERS).flat(), ...OWN_NAMES]);

/** Whether a name means something in generated files. */
export function isReserved(name: string): boolean {
  return RESERVED.has(name) || isGlobal(name);
}

/** Whether a parameter of this name would be refused, or hide something that expressions use. */
export function isParameterName(name: string): boolean {
  return isPlainKey(name) && !isKeyword(name) && !isGlobal(name) && !isExpressionHelper(name);
}
