import { evaluate, type Warning } from 'feelin';
import { explicitly, testsExplicitly } from './explicit';
import { functionsIn } from './library';
import { operators } from './operators';

type Vars = Readonly<Record<string, unknown>>;

/** What an expression gave. */
export interface Evaluation {
  /** As FEEL has it: dates are no texts. */
  readonly value: unknown;
  /** Why there may be no value. */
  readonly problems: readonly string[];
  /** Something that the expression names does not exist. */
  readonly isIncomplete: boolean;
  /** A variable does not. */
  readonly lacksVariable: boolean;
}

/** Names with blanks in backticks, as Camunda 8 has them; the compiler parses with the same. */
const DIALECT = 'camunda';

/** Evaluates a FEEL expression, with the functions and operators of Camunda 8. */
export function evaluateFeel(expression: string, vars: Vars): Evaluation {
  return evaluated(expression, vars, explicitly);
}

/** Whether a value passes tests of a decision table, `< 5, [10..20]`. */
export function testFeel(tests: string, value: unknown, vars: Vars): Evaluation {
  return evaluated(tests, { ...vars, '?': value }, testsExplicitly);
}

function evaluated(expression: string, vars: Vars, written: typeof explicitly): Evaluation {
  const problems: string[] = [];
  const refuse = (reason: string) => {
    problems.push(reason);
    return null;
  };
  const given = { ...functionsIn(expression, refuse), ...operators(refuse), ...mentioned(expression, vars) };
  const { value, warnings } = evaluate(written(expression, given, DIALECT), given, DIALECT);
  return {
    value: value ?? null,
    problems: [...warnings.map(({ message }) => message), ...problems],
    isIncomplete: warnings.some(isMissing),
    lacksVariable: warnings.some(({ type }) => type === 'NO_VARIABLE_FOUND'),
  };
}

function isMissing({ type }: Warning): boolean {
  return type === 'NO_VARIABLE_FOUND' || type === 'NO_FUNCTION_FOUND';
}

/** feelin looks through all that it is given: what the expression cannot mean would only take time. */
function mentioned(expression: string, vars: Vars): Vars {
  const names = Object.keys(vars).filter(
    (name) => expression.includes(name) || name === '?' || /\s/.test(name),
  );
  return Object.fromEntries(names.flatMap((name) => (vars[name] === undefined ? [] : [[name, vars[name]]])));
}
