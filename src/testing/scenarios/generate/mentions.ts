import type { Process } from '../../../bpmn/2-model/types';
import type { Expression } from '../../../bpmn/2-model/value-types';
import { testOf } from './conditions/read';
import { solve } from './conditions/solve';
import { hasAt, setAt, type Variables } from './nested';

/**
 * Values for the variables that the expressions of a process mention, by what they are used for. Conditions that are simple
 * comparisons do not hold with them, so nothing that waits for one goes on by itself; those of flows are nothing to us
 * here, for each route has its own.
 *
 * @param items - how many a multi-instance activity goes through
 */
export function mentioned(process: Process, items: number): Variables {
  const found = new Map<string, unknown>();
  const made = new Set<string>();
  visit(process, '', (key, value) => {
    if (isExpression(value)) {
      const test = CONDITIONS.has(key) ? testOf(value) : undefined;
      const denied = test && solve([{ kind: 'not', of: test }]);
      for (const [path, one] of denied ?? []) found.set(path, one);
      if (denied || (test && key === 'condition')) return;
      for (const path of pathsIn(value.text, value.language))
        if (!found.has(path) || key === 'collection') found.set(path, valueFor(key, path, value.text, items));
    } else if (MAKES.has(key) && typeof value === 'string') made.add(value.split('.')[0] ?? value);
  });
  const variables: Variables = {};
  const paths = [...found.keys()].sort((a, b) => b.split('.').length - a.split('.').length);
  for (const path of paths)
    if (!made.has(path.split('.')[0] ?? path) && !hasAt(variables, path))
      setAt(variables, path, found.get(path));
  return variables;
}

const CONDITIONS: ReadonlySet<string> = new Set(['condition', 'completionCondition', 'activation']);

/** Properties of the model that name a variable which the process itself sets. */
const MAKES: ReadonlySet<string> = new Set([
  'resultVariable',
  'target',
  'item',
  'counter',
  'codeVariable',
  'messageVariable',
]);

function visit(value: unknown, key: string, see: (key: string, value: unknown) => void): void {
  if (isDecidingFlow(value)) return;
  see(key, value);
  if (Array.isArray(value)) value.forEach((one) => visit(one, key, see));
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) visit(one, name, see);
}

/** A sequence flow whose condition can be decided. */
function isDecidingFlow(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('source' in value && 'target' in value)) return false;
  const { condition } = value as { readonly condition?: Expression };
  return condition !== undefined && testOf(condition) !== undefined;
}

function isExpression(value: unknown): value is Expression {
  if (typeof value !== 'object' || value === null) return false;
  const { language, text } = value as { language?: unknown; text?: unknown };
  return (
    typeof text === 'string' && (language === 'feel' || language === 'juel' || language === 'javascript')
  );
}

const WORDS: ReadonlySet<string> = new Set(
  'and or not true false null if then else for in return some every satisfies between empty instance of function eq ne lt le gt ge div mod var let const new typeof execution task undefined item partial'.split(
    ' ',
  ),
);

/** Names in an expression that are followed by nothing that makes functions or keys of them. */
function pathsIn(text: string, language: string): readonly string[] {
  const code =
    language === 'juel' ? [...text.matchAll(/[$#]\{([^}]*)\}/g)].map(([, one]) => one).join(' ') : text;
  const plain = code.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, '""');
  return [...plain.matchAll(/(?<![\w.)\]])([\p{L}_]\w*(?:\.[\p{L}_]\w*)*)(?!\w)(\s*[(:])?/gu)].flatMap(
    ([, path = '', called]) => {
      if (WORDS.has(path.split('.')[0] ?? '')) return [];
      if (called?.trim() === ':') return [];
      // Of a method's call the object is a variable, if it has one; beans are nothing that a run is given.
      return called === undefined ? [path] : [];
    },
  );
}

function valueFor(key: string, path: string, text: string, items: number): unknown {
  const name = path.split('.').at(-1) ?? path;
  if (key === 'collection') return Array.from({ length: items }, (_, i) => `${name}-${i + 1}`);
  if (key === 'cardinality') return items;
  const escaped = path.replaceAll('.', '\\.');
  const isNumber = new RegExp(`${escaped}\\s*[-+*/%<>]|[-+*/%<>]=?\\s*${escaped}`).test(text);
  if (isNumber) return 1;
  return key === 'value' ? 'PT1H' : `${name}-1`;
}
