import type { AnyNode, Program } from 'acorn';
import {
  SCRIPT_EXECUTION,
  SCRIPT_TASK_METHODS,
  SCRIPT_TASK_PROPERTIES,
} from '../../../shared/script-execution';
import { toText, type Code, type VariableName } from './code';
import { isGlobal, outsideReason, translate, variablesOf, Verbatim } from './javascript';
import { freeReferences, hasComments, parseScript, type Reference } from './javascript-syntax';
import { rewrite } from './rewrite';
import { ExpressionProblem, type Lookup } from './translation';
import { isKnown } from './types';

/** A JavaScript script as the body of a function. */
export interface Script {
  readonly lines: readonly string[];
  /** The type checker will agree with it as it stands; otherwise it gets variables of any type, as a parameter. */
  readonly exact: boolean;
  /** Taken over as written, so that formatting would change it. */
  readonly verbatim: boolean;
  /** What it needs: the variables, Camunda's `execution`, or the `task` that it listens to. */
  readonly parameters: readonly ('vars' | 'execution' | 'task')[];
}

/**
 * Why a script cannot run in the workflow but needs an activity: it uses what only engines, Java or Node have. Undefined
 * for scripts that can, and for those that cannot be parsed.
 */
export function outsideUse(text: string, { task }: { readonly task: boolean }): string | undefined {
  try {
    const references = freeReferences(parseScript(text)).filter((reference) => !isOffered(reference, task));
    return references.map(outsideReason).find((reason) => reason !== undefined);
  } catch (error) {
    if (error instanceof ExpressionProblem) return undefined;
    throw error;
  }
}

interface ScriptUse {
  /** The value of the last statement is the result. */
  readonly returns: boolean;
  /** It listens to a user task, which it has as `task`. */
  readonly task: boolean;
}

export function translateScript(text: string, { returns, task }: ScriptUse, lookup: Lookup): Script {
  const program = parseScript(text);
  const references = freeReferences(program);
  const offered = references.filter((reference) => isOffered(reference, task));
  const variables = variablesOf(references.filter((reference) => !offered.includes(reference)));
  const object = task ? 'task' : 'execution';
  const parameters: Script['parameters'] = [
    ...(variables.length > 0 ? (['vars'] as const) : []),
    ...(offered.length > 0 ? ([object] as const) : []),
  ];
  if (returns) requireResult(program);
  try {
    if (offered.length > 0 || hasComments(text)) throw new Verbatim();
    const statements = program.body.map((statement, i) =>
      translateStatement(statement, returns && i === program.body.length - 1, lookup),
    );
    return {
      lines: statements.map(({ line }) => line),
      exact: statements.every(({ exact }) => exact),
      verbatim: false,
      parameters,
    };
  } catch (error) {
    if (!(error instanceof Verbatim)) throw error;
  }
  const throughTask = task ? offered.filter(({ name }) => name === 'execution') : [];
  const replaced = [...variables, ...throughTask.map((one) => ({ ...one, as: 'task.execution' }))];
  const lines = verbatim(text, program, replaced, returns);
  return { lines, exact: false, verbatim: true, parameters };
}

const OF_TASK: readonly string[] = [...SCRIPT_TASK_METHODS, ...SCRIPT_TASK_PROPERTIES];

/** `execution.setVariable(…)`, `task.setAssignee(…)`: what the runtime offers scripts of Camunda 7. */
function isOffered({ name, node, parent }: Reference, task: boolean): boolean {
  if (parent?.type !== 'MemberExpression') return false;
  const { object, property, computed } = parent;
  if (object !== node || computed || property.type !== 'Identifier') return false;
  if (name === 'task') return task && OF_TASK.includes(property.name);
  return name === 'execution' && (SCRIPT_EXECUTION as readonly string[]).includes(property.name);
}

function requireResult({ body, end }: Program): void {
  const last = body.at(-1);
  if (last?.type === 'ExpressionStatement' || hasReturn(body)) return;
  const from = last?.start ?? 0;
  throw new ExpressionProblem(
    'unsupported',
    'it has no result: its last statement is no expression',
    from,
    end,
  );
}

function hasReturn(body: readonly AnyNode[]): boolean {
  return body.some(({ type }) => type === 'ReturnStatement');
}

interface Line {
  readonly line: string;
  readonly exact: boolean;
}

const inVars: VariableName = (name) => `vars.${name}`;

function translateStatement(statement: Program['body'][number], isResult: boolean, lookup: Lookup): Line {
  if (statement.type !== 'ExpressionStatement') throw new Verbatim();
  const { expression } = statement;
  if (expression.type !== 'AssignmentExpression') {
    const { code, exact } = translate(expression, lookup);
    return { line: `${isResult ? 'return ' : ''}${toText(code, inVars)};`, exact };
  }
  const { left, operator, right } = expression;
  if (left.type !== 'Identifier' && left.type !== 'MemberExpression') throw new Verbatim();
  if (left.type === 'Identifier' && isGlobal(left.name)) throw new Verbatim();
  const target = translate(left, lookup);
  const value = translate(right, lookup);
  const fits = isKnown(target.type, value.type.kind) && !value.type.optional;
  return {
    line: `${isResult ? 'return ' : ''}${assignment(target.code, operator, value.code)};`,
    exact: target.exact && value.exact && fits && operator === '=',
  };
}

function assignment(target: Code, operator: string, value: Code): string {
  return `${toText(target, inVars)} ${operator} ${toText(value, inVars)}`;
}

/** Line by line, without the indentation that it has in the diagram. */
function verbatim(
  text: string,
  program: Program,
  variables: readonly Reference[],
  returns: boolean,
): string[] {
  const last = program.body.at(-1);
  const returned = returns && last?.type === 'ExpressionStatement' ? last : undefined;
  const lines = rewrite(text, program, variables, returned)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd());
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  // Text that goes over several lines must keep its blanks.
  if (text.includes('`')) return lines;
  const [first = '', ...rest] = lines;
  const indents = rest.filter((line) => line !== '').map((line) => line.length - line.trimStart().length);
  const common = Math.min(...indents);
  return [first.trimStart(), ...rest.map((line) => line.slice(common))];
}
