import type { KnownNames } from '../../4-emit/expressions/feel-syntax';
import { translateJavaScript } from '../../4-emit/expressions/javascript';
import { translateJuel } from '../../4-emit/expressions/juel';
import { problemOf } from '../../4-emit/expression-problems';
import { UNKNOWN } from '../../4-emit/expressions/types';
import type { Expression } from '../../2-model/value-types';
import type { Boxed, DecisionTable } from '../2-model/types';
import { namesOf } from './boxed';
import { type FreeNames, freeNamesOf } from './free-names';

/** Collects the names that boxed expressions take from outside. */
export class FreeInBoxed {
  readonly variables = new Set<string>();
  readonly possible = new Set<string>();
  /** Variables that are columns of a table as they are: there they may be null. */
  readonly columns = new Map<string, string | undefined>();
  /** Variables that an expression asks whether they are null. */
  readonly asked = new Set<string>();

  visit(boxed: Boxed, known: KnownNames, bound: ReadonlySet<string> = new Set()): void {
    switch (boxed.kind) {
      case 'literal':
        this.#expression(boxed.expression, 'value', known, bound);
        return;
      case 'table':
        this.#table(boxed, known, bound);
        return;
      case 'results':
        for (const name of boxed.names) this.variables.add(name);
        return;
      case 'list':
        for (const item of boxed.items) this.visit(item, known, bound);
        return;
      case 'relation':
        for (const cell of boxed.rows.flat()) this.visit(cell, known, bound);
        return;
      case 'function': {
        const names = boxed.parameters.map(({ name }) => name);
        this.visit(boxed.body, withNames(known, names), new Set([...bound, ...names]));
        return;
      }
      case 'invocation':
        this.#expression(boxed.called, 'value', known, bound);
        for (const { value } of boxed.bindings) this.visit(value, known, bound);
        return;
      case 'context': {
        let [names, inner] = [known, bound];
        for (const { variable, value } of boxed.entries) {
          this.visit(value, names, inner);
          names = { ...names, [variable.name]: namesOf(value) };
          inner = new Set([...inner, variable.name]);
        }
        if (boxed.result) this.visit(boxed.result, names, inner);
      }
    }
  }

  #table({ inputs, outputs, rules }: DecisionTable, known: KnownNames, bound: ReadonlySet<string>): void {
    for (const { expression, type, allowed } of inputs) {
      const [only, ...more] = this.#expression(expression, 'value', known, bound);
      const isColumn = only !== undefined && more.length === 0 && bareName(expression) === only;
      if (isColumn) this.columns.set(only, this.columns.get(only) ?? type);
      if (allowed) this.#expression(allowed, 'test', known, bound);
    }
    for (const rule of rules) {
      rule.tests.forEach((test, i) => {
        const own = [inputs[i]?.variable ?? [], 'cellInput'].flat();
        if (test) this.#expression(test, 'test', withNames(known, own), new Set([...bound, ...own]));
      });
      for (const output of rule.outputs) if (output) this.#expression(output, 'value', known, bound);
    }
    for (const { otherwise } of outputs) if (otherwise) this.#expression(otherwise, 'value', known, bound);
  }

  /** The variables in an expression; what is wrong with it is said when it is written. */
  #expression(
    expression: Expression,
    kind: 'value' | 'test',
    known: KnownNames,
    bound: ReadonlySet<string>,
  ): readonly string[] {
    const { variables, possible } = namesIn(expression, kind, known);
    const free = [...variables].filter((name) => !bound.has(name));
    const asks = kind === 'value' && /\bnull\b|is defined|get or else|is blank/.test(expression.text);
    for (const name of free) {
      this.variables.add(name);
      if (asks) this.asked.add(name);
    }
    for (const name of possible) if (!bound.has(name)) this.possible.add(name);
    return free;
  }
}

function namesIn({ language, text }: Expression, kind: 'value' | 'test', known: KnownNames): FreeNames {
  try {
    if (language === 'feel') return freeNamesOf(text, known, kind);
    const lookup = () => UNKNOWN;
    const { variables } =
      language === 'juel' ? translateJuel(text, lookup, {}) : translateJavaScript(text, lookup);
    return { variables, possible: new Set() };
  } catch (error) {
    problemOf(error);
    return { variables: new Set(), possible: new Set() };
  }
}

/** The name that an expression consists of, whatever the language. */
function bareName({ language, text }: Expression): string {
  return (language === 'juel' ? text.replace(/^[$#]\{(.*)\}$/s, '$1') : text).trim();
}

function withNames(known: KnownNames, names: readonly string[]): KnownNames {
  return { ...known, ...Object.fromEntries(names.map((name) => [name, {}])) };
}
