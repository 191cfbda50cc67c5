import { isPlainKey } from './doc';
import { isGlobal } from './expressions/javascript';
import { HELPERS, isExpressionHelper } from './helpers';

/** Words of TypeScript's that nothing can be called by, or that would be misread as a name. */
const KEYWORDS: ReadonlySet<string> = new Set(
  `
    abstract any arguments as async await boolean break case catch class const continue debugger
    default delete do else enum eval export extends false finally for function if implements import
    in instanceof interface let new null number object of package private protected public return
    static string super switch symbol this throw true try type typeof undefined unknown var void
    while with yield
  `.match(/\w+/g),
);

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

/** Whether nothing can be declared by this name. */
export function isKeyword(name: string): boolean {
  return KEYWORDS.has(name);
}

/** Whether a name means something in generated files. */
export function isReserved(name: string): boolean {
  return RESERVED.has(name) || isGlobal(name);
}

/** Whether a parameter of this name would be refused, or hide something that expressions use. */
export function isParameterName(name: string): boolean {
  return isPlainKey(name) && !isKeyword(name) && !isGlobal(name) && !isExpressionHelper(name);
}
