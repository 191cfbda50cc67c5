import type { Process } from '../../../bpmn/2-model/types';
import type { Expression } from '../../../bpmn/2-model/value-types';
import { parseFeel } from '../../../bpmn/4-emit/expressions/feel-syntax';
import { stepAnswering } from './conditions/code';
import { testOf } from './conditions/read';
import { solve } from './conditions/solve';
import { hasAt, setAt, type Variables } from './nested';
import { eachValue, type Place } from './walk';

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
  eachValue(process, (value, place) => {
    if (isDecidingFlow(value)) return false;
    if (isExpression(value)) {
      const test = isCondition(place) ? testOf(value, place.element) : undefined;
      const denied = test && solve([{ kind: 'not', of: test }]);
      for (const [path, one] of denied ?? []) if (stepAnswering(path) === undefined) found.set(path, one);
      if (denied || (test && place.key === 'condition')) return false;
      for (const path of pathsIn(value.text, value.language))
        if (!found.has(path) || place.key === 'collection')
          found.set(path, valueFor(place.key, path, value.text, items));
    } else if (MAKES.has(place.key) && typeof value === 'string') made.add(value.split('.')[0] ?? value);
    return true;
  });
  const variables: Variables = {};
  const paths = [...found.keys()].sort((a, b) => b.split('.').length - a.split('.').length);
  for (const path of paths)
    if (!made.has(path.split('.')[0] ?? path) && !hasAt(variables, path))
      setAt(variables, path, found.get(path));
  return variables;
}

const CONDITIONS: ReadonlySet<string> = new Set(['condition', 'completionCondition', 'activation']);

/** Whether what stands there must be true or false. */
export function isCondition({ key }: Place): boolean {
  return CONDITIONS.has(key);
}

/** Properties of the model that name a variable which the process itself sets. */
const MAKES: ReadonlySet<string> = new Set([
  'resultVariable',
  'target',
  'item',
  'counter',
  'codeVariable',
  'messageVariable',
]);

/** A sequence flow whose condition can be decided. */
function isDecidingFlow(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('source' in value && 'target' in value)) return false;
  const { condition, id = '' } = value as { readonly condition?: Expression; readonly id?: string };
  return condition !== undefined && testOf(condition, id) !== undefined;
}

export function isExpression(value: unknown): value is Expression {
  if (typeof value !== 'object' || value === null) return false;
  const { language, text } = value as { language?: unknown; text?: unknown };
  return typeof text === 'string' && ['feel', 'juel', 'javascript', 'xpath'].includes(String(language));
}

const WORDS: ReadonlySet<string> = new Set(
  'and or not true false null if then else for in return some every satisfies between empty instance of function eq ne lt le gt ge div mod var let const new typeof execution task undefined item partial'.split(
    ' ',
  ),
);

/** Names in an expression that are followed by nothing that makes functions or keys of them. */
function pathsIn(text: string, language: string): readonly string[] {
  const spaced = language === 'feel' ? spacedNames(text) : [];
  if (spaced.length > 0) return [...spaced, ...pathsIn(without(spaced, text), language)];
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

/** Names of several words, as FEEL has them. */
function spacedNames(text: string): readonly string[] {
  try {
    return [...parseFeel(text).variables].filter((name) => name.includes(' '));
  } catch {
    return []; // the compiler tells what is wrong with it
  }
}

function without(names: readonly string[], text: string): string {
  return names.reduce((rest, name) => rest.replaceAll(name, 'null'), text);
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
