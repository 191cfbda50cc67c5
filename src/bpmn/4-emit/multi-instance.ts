import { collectedName } from '../2-model/collected';
import type { ImplicitThrow, MultiInstance } from '../2-model/loop-types';
import type { Expression, Value } from '../2-model/value-types';
import { isSeen, type Activity } from './activity-loop';
import { commentLines } from './comments';
import { arrow, awaits, call, concat, flat, lambda, object, quote, spaces, type Doc } from './doc';
import type { Emission } from './emission';
import { condition, type Site } from './expressions';
import { NUMBER, typeOfItems, type Type } from './expressions/types';
import { statementLines } from './lines';
import { nameIn } from './locals';
import { isParameterName, isReserved } from './reserved';
import { inOwn } from './own-variables';
import type { Step } from './step';
import { valueDoc, wordsOf } from './values';

/** Up to as many instances stay in the run, as the runtime does it. */
const IN_ONE_RUN = 500;

/** A boundary event that completions make fire, with the function that carries out its path. */
export interface CompletionPath {
  readonly event: string;
  readonly run: Doc;
}

/** Writes an activity once. */
export interface Once {
  readonly lines: (emission: Emission, indent: number) => string[];
  /** As a function of one expression, where that is possible. */
  readonly asFunction: (emission: Emission) => Doc;
}

/** `forEach(…)`, with what becomes of its results. */
export function multiInstance(
  node: Activity,
  loop: MultiInstance,
  once: Once,
  paths: readonly CompletionPath[],
  emission: Emission,
): Step {
  const items = itemsDoc(loop, node, emission);
  // Another run asks for the items again, which must not do anything.
  const isSliced =
    emission.continuing.sliced.has(node) &&
    mayBeMany(loop, emission) &&
    !awaits(items) &&
    seenCounts(node).length === 0; // other runs do not know them
  const write = () => {
    const options = optionsOf(node, loop, { paths, isSliced }, emission);
    const body = instance(node, loop, { once, isSliced }, emission);
    return call(emission.uses.use('forEach'), quote(node.id), items, body, ...(options ? [options] : []));
  };
  return {
    call: isSliced ? call(partFunction(node, emission, write)) : write(),
    awaited: true,
    ...(loop.output && { target: loop.output.collection }),
  };
}

/** Whether there may be more instances than one run does; of lists and numbers in the diagram one knows. */
function mayBeMany({ collection, cardinality }: MultiInstance, { variables }: Emission): boolean {
  if (cardinality) {
    const count = numberIn(cardinality);
    return count === undefined ? !/^[\d\s+*()-]*$/.test(cardinality.text) : count > IN_ONE_RUN;
  }
  if (collection?.language === 'feel' && collection.text.trim().startsWith('[')) return false;
  const list = collection && variableIn(collection);
  const most = list === undefined ? undefined : variables.type(list).schema?.['maxItems'];
  return !(typeof most === 'number' && most <= IN_ONE_RUN);
}

/** A function of the process with nothing but the instances in it, at which other runs go on; gives its name. */
function partFunction(node: Activity, emission: Emission, write: () => Doc): string {
  const name = emission.names.local(node, 'ForAll');
  emission.parts.push({ name, ids: [node.id] });
  emission.functions.push({
    name,
    write: (indent) => [
      ...commentLines({ ...(node.name !== undefined && { name: node.name }), notes: [] }, indent),
      `${spaces(indent)}function ${name}() {`,
      ...statementLines(write(), indent + 2, 'return '),
      `${spaces(indent)}}`,
    ],
  });
  return name;
}

/** The variables that each instance has of its own; the counter and the counts only where somebody asks for them. */
export function instanceNames(node: Activity, { item, output, counter }: MultiInstance): ReadonlySet<string> {
  const result = output && resultName(output.element);
  return new Set([
    ...(item === undefined ? [] : [item]),
    ...(isSeen(counter, node) || (output && wordsOf(output.element).includes(counter)) ? [counter] : []),
    ...(result === undefined ? [] : [result]),
    ...seenCounts(node),
  ]);
}

/** In Camunda 7 and Flowable what is done in an instance sees how far all of them are. */
const INNER_COUNTS = ['nrOfInstances', 'nrOfActiveInstances', 'nrOfCompletedInstances'];

function seenCounts(node: Activity): readonly string[] {
  return INNER_COUNTS.filter((count) => isSeen(count, node));
}

/** The variable that an output is taken from: what runs side by side must not share it. */
export function resultName(output: Value): string | undefined {
  return output.language === 'variable' ? nameIn(output.name) : collectedName(output);
}

function itemsDoc({ collection, cardinality }: MultiInstance, node: Activity, emission: Emission): Doc {
  const site = { element: node.id, root: 'vars' };
  if (cardinality) {
    const count = numberIn(cardinality);
    return count === undefined ? valueDoc(cardinality, site, emission) : String(count);
  }
  if (!collection) throw new Error(`Multi-instance ${node.id} has neither number nor collection.`);
  const name = variableIn(collection);
  const type = name === undefined ? undefined : emission.variables.type(name);
  const isSure = emission.variables.open || (type?.kind === 'array' && !type.optional);
  if (name === undefined || isSure || !isParameterName(name)) return valueDoc(collection, site, emission);
  return call(
    emission.uses.use('evaluate'),
    quote(node.id),
    emission.uses.use('vars'),
    `({ ${name} }) => ${name}`,
  );
}

/** The number that an expression just is: `3`, `${3}`. */
function numberIn({ text }: Expression): number | undefined {
  const digits = /^\s*(?:(\d+)|[$#]\{\s*(\d+)\s*\})\s*$/.exec(text);
  return digits ? Number(digits[1] ?? digits[2]) : undefined;
}

/** The variable that a value just names. */
function variableIn(value: Value): string | undefined {
  if (value.language === 'variable') return value.name;
  if (value.language !== 'feel' && value.language !== 'juel') return undefined;
  return /^(?:[$#]\{\s*)?([\p{L}_$][\p{L}\p{N}_$]*)(?:\s*\})?$/u.exec(value.text)?.[1];
}

/** What is done for one item, as a function. */
function instance(
  node: Activity,
  loop: MultiInstance,
  { once, isSliced }: { readonly once: Once; readonly isSliced: boolean },
  emission: Emission,
): Doc {
  const own = instanceNames(node, loop);
  if (own.size === 0 && !loop.output) return once.asFunction(emission);

  const { item, counter, counterBegins, output, collection, cardinality } = loop;
  const parameter = item !== undefined && isFreeParameter(item) ? item : 'item';
  const hasIndex = own.has(counter);
  const counts = seenCounts(node);
  const isCounting = counts.length > 0;
  // Of a number of unknown type nobody could tell that it is no list.
  const isOpen = cardinality !== undefined && numberIn(cardinality) === undefined && emission.variables.open;
  const place = hasIndex ? 'index' : isCounting && '_index';
  const itself = collection && item !== undefined ? parameter : place && '_item';
  const parameters = [
    ...(collection ? [itself, place] : [hasIndex ? (isOpen ? 'index: number' : 'index') : itself]),
    ...(isCounting ? [...(collection ? [] : ['_index']), 'instances'] : []),
  ].filter(Boolean);
  const laidOver = [...own].filter((name) => !counts.includes(name));
  const entries = laidOver.map((name): readonly [string, Doc] => {
    if (name === item) return [name, parameter];
    if (name === counter) return [name, counterBegins === 0 ? 'index' : `index + ${counterBegins}`];
    return [name, 'undefined'];
  });
  const { uses, names } = emission;
  const types = new Map([...itemTypes(loop, emission), ...counts.map((count) => [count, NUMBER] as const)]);
  const isLaidOver = isCounting && entries.length > 0;
  const body = call(
    uses.use('withOwn'),
    isLaidOver ? call(uses.use('local'), uses.use('vars'), 'instances') : uses.use('vars'),
    isCounting && !isLaidOver ? 'instances' : object(entries),
    inOwn(own, once.lines, emission, types),
  );
  const head = `(${parameters.join(', ')})`;
  if (!output) {
    // What another run does, it gives back: not all variables of each instance.
    if (isSliced) return arrow(`async ${head}`, (indent) => statementLines(concat('await ', body), indent));
    return lambda(head, body);
  }
  const constant = names.local(node, 'Variables');
  return arrow(`async ${head}`, (indent) => [
    ...statementLines(concat('await ', body), indent, `const ${constant} = `),
    ...statementLines(
      valueDoc(output.element, { element: node.id, root: constant, own }, emission),
      indent,
      'return ',
    ),
  ]);
}

/** What the schema says of the items, for the expressions that see one. */
function itemTypes({ item, collection }: MultiInstance, { variables }: Emission): ReadonlyMap<string, Type> {
  const list = collection && variableIn(collection);
  return new Map(
    item === undefined || list === undefined ? [] : [[item, typeOfItems(variables.type(list))] as const],
  );
}

/** A name that hides nothing that is used in the function. */
function isFreeParameter(name: string): boolean {
  return name !== 'index' && !isReserved(name) && isParameterName(name);
}

function optionsOf(
  node: Activity,
  loop: MultiInstance,
  { paths, isSliced }: { readonly paths: readonly CompletionPath[]; readonly isSliced: boolean },
  emission: Emission,
): Doc | undefined {
  const { sequential, completionCondition, throws } = loop;
  const concurrency = sequential ? 1 : loop.concurrency;
  const test = (expression: Expression) => completionTest(expression, node, loop, emission);
  const ending = throws.flatMap(({ on, event }) =>
    typeof on !== 'string' && event === undefined ? [on] : [],
  );
  const untils = [...(completionCondition ? [completionCondition] : []), ...ending];
  const [until] = untils;
  const beside = paths.flatMap(({ event, run }) => {
    const thrown = throws.find((one) => one.event === event);
    return thrown ? [[event, besideDoc(thrown, run, test)] as const] : [];
  });
  const entries: (readonly [string, Doc])[] = [
    ...(concurrency === undefined ? [] : [['concurrency', String(concurrency)] as const]),
    ...(until ? [['until', test(until)] as const] : []),
    ...(beside.length > 0 ? [['beside', object(beside)] as const] : []),
    ...(isSliced ? [['slices', 'true'] as const] : []),
  ];
  return entries.length > 0 ? object(entries) : undefined;
}

function besideDoc({ on }: ImplicitThrow, run: Doc, test: (expression: Expression) => Doc): Doc {
  return object([
    ['on', typeof on === 'string' ? quote(on) : test(on)],
    ['run', run],
  ]);
}

const COUNTS: ReadonlySet<string> = new Set([
  'numberOfInstances',
  'numberOfActiveInstances',
  'numberOfCompletedInstances',
  'numberOfTerminatedInstances',
  'nrOfInstances',
  'nrOfActiveInstances',
  'nrOfCompletedInstances',
]);

/**
 * A condition that is asked after a completion, as a function: it sees the counts of the instances, and the variables of
 * the instance that was completed.
 */
function completionTest(
  expression: Expression,
  node: Activity,
  { item, counter, counterBegins, output }: MultiInstance,
  emission: Emission,
): Doc {
  const { uses, variables } = emission;
  const words = new Set(wordsOf(expression).filter((word) => /^[\p{L}_]/u.test(word))); // not the `$` of `${…}`
  const result = output && resultName(output.element);
  const needed = {
    counts: [...words].some((word) => COUNTS.has(word)),
    item: item !== undefined && words.has(item),
    index: words.has(counter),
    result: result !== undefined && words.has(result) && output?.element.language === 'variable',
    results: output !== undefined && words.has(output.collection),
  };
  const entries: (readonly [string, Doc])[] = [];
  if (needed.counts) entries.push(['...', 'instances']);
  if (needed.item && item !== undefined) entries.push([item, 'item']);
  if (needed.index) entries.push([counter, counterBegins === 0 ? 'index' : `index + ${counterBegins}`]);
  if (needed.result && result !== undefined) entries.push([result, 'result']);
  if (needed.results && output) entries.push([output.collection, 'results']);

  const test = (head: string, site: Site, inner: Emission) => {
    const { doc } = condition(expression, site, node.id, inner);
    return lambda(awaits(doc) ? `async ${head}` : head, doc);
  };
  if (entries.length === 0) return test('()', { element: node.id, root: 'vars' }, emission);
  const completed = (['item', 'index', 'result', 'results'] as const).filter((name) => needed[name]);
  const first = needed.counts ? 'instances' : '_instances';
  const head = `(${[first, ...(completed.length > 0 ? [`{ ${completed.join(', ')} }`] : [])].join(', ')})`;
  const counting: Emission = {
    ...emission,
    variables: {
      ...variables,
      has: (name) => COUNTS.has(name) || variables.has(name),
      type: (name) => (COUNTS.has(name) ? NUMBER : variables.type(name)),
    },
  };
  if (completed.length === 0 && [...words].every((word) => COUNTS.has(word) || OPERATORS.has(word))) {
    return test(head, { element: node.id, root: 'instances', own: new Set() }, counting);
  }
  const laid = entries.length === 1 && needed.counts ? 'instances' : object(entries);
  const laidOver = flat(call(uses.use('local'), uses.use('vars'), laid)) ?? '';
  const named = [item, counter, result, output?.collection];
  const own = new Set([...COUNTS, ...named.filter((name) => name !== undefined)]);
  return test(head, { element: node.id, root: laidOver, own }, emission);
}

/** Words in expressions that are no variables. */
const OPERATORS: ReadonlySet<string> = new Set(
  'and or not true false null div mod eq ne lt gt le ge empty if then else'.split(' '),
);
