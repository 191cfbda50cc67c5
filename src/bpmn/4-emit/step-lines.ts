import type { Mapping, Mappings } from '../2-model/types';
import { array, awaits, call, concat, lambda, object, quote, type Doc } from './doc';
import type { Emission } from './emission';
import { memberOf, type Site } from './expressions';
import { statementLines } from './lines';
import { outputLines } from './mappings';
import type { Constant, Step } from './step';

/** A step with what comes before it and what becomes of its result. */
export function stepLines(step: Step, emission: Emission, indent: number): string[] {
  const { before = [], outputs } = step;
  return [
    ...constantLines(before, indent),
    ...callLines(step, emission, indent),
    ...(outputs ? mappingLines(outputs.mappings, outputs.site, emission, indent) : []),
  ];
}

/** What output mappings write. */
export function mappingLines(
  mappings: readonly Mapping[],
  site: Site,
  emission: Emission,
  indent: number,
): string[] {
  return outputLines(mappings, site, emission).flatMap((doc) => statementLines(doc, indent));
}

/** What the output mappings of an event write with which nothing comes but what is in the variables. */
export function eventOutputs(
  { id, outputs = [] }: { readonly id: string } & Partial<Mappings>,
  emission: Emission,
  indent: number,
): string[] {
  return mappingLines(outputs, { element: id, root: 'vars' }, emission, indent);
}

export function constantLines(constants: readonly Constant[], indent: number): string[] {
  return constants.flatMap(({ name, doc }) =>
    statementLines(doc, indent, name === undefined ? '' : `const ${name} = `),
  );
}

function callLines(step: Step, emission: Emission, indent: number): string[] {
  const { assigned, target, targetRoot, outputs } = step;
  const done = step.awaited ? concat('await ', step.call) : step.call;
  if (outputs?.constant !== undefined) return statementLines(done, indent, `const ${outputs.constant} = `);
  if (assigned) return statementLines(assignment(done, step, emission), indent);
  if (target === undefined) return statementLines(done, indent);
  return statementLines(done, indent, `${memberOf(targetRoot ?? emission.uses.use('vars'))(target)} = `);
}

/** `assign(await task(…))`; outputs that see variables of the step's own see what the result makes of them. */
function assignment(done: Doc, { except = [], outputs }: Step, emission: Emission): Doc {
  const root = outputs?.site.root ?? 'vars';
  if (root !== 'vars') return call('Object.assign', root, done);
  const options = except.length > 0 ? [object([['except', array(except.map(quote))]])] : [];
  return call(emission.uses.use('assign'), done, ...options);
}

/** A step as a function of one expression; undefined where that is not possible. */
export function stepLambda(
  step: Step,
  emission: Emission,
  block: (indent: number) => string[],
): Doc | undefined {
  const { before = [], outputs, target, awaited, assigned } = step;
  if (before.length > 0 || outputs || target !== undefined || !awaited) return undefined;
  if (assigned) return lambda('async ()', assignment(concat('await ', step.call), step, emission), block);
  return lambda(awaits(step.call) ? 'async ()' : '()', step.call);
}
