import { concat, isPlainKey, logical, quote, type Doc } from '../doc';

/** The expressions of all languages as one small tree of TypeScript. */
export type Code =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** A variable of the process. */
  | { readonly kind: 'variable'; readonly name: string }
  /** A name that means the same in TypeScript: `Math`, a parameter. */
  | { readonly kind: 'name'; readonly name: string }
  /** `optional`: of nothing it is nothing (`?.`). */
  | { readonly kind: 'member'; readonly object: Code; readonly name: string; readonly optional?: true }
  | { readonly kind: 'index'; readonly object: Code; readonly index: Code; readonly optional?: true }
  | { readonly kind: 'call'; readonly callee: Code; readonly args: readonly Code[] }
  /** A function of one parameter; stands only as an argument. */
  | { readonly kind: 'lambda'; readonly parameter: string; readonly body: Code }
  | { readonly kind: 'new'; readonly callee: Code; readonly args: readonly Code[] }
  | { readonly kind: 'unary'; readonly operator: '!' | '-' | '+' | 'typeof'; readonly operand: Code }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Code; readonly right: Code }
  | { readonly kind: 'conditional'; readonly test: Code; readonly then: Code; readonly otherwise: Code }
  /** Says what it may be, where the type checker believes that it is still what it was tested for. */
  | { readonly kind: 'cast'; readonly code: Code; readonly type: string }
  /** `tag`: the function that puts it together. */
  | { readonly kind: 'template'; readonly parts: readonly (string | Code)[]; readonly tag?: Code }
  | { readonly kind: 'array'; readonly items: readonly Code[] }
  /** The key `...` spreads its value. */
  | { readonly kind: 'object'; readonly entries: Entries }
  /** A method of a bean: an activity, which is awaited. */
  | BeanCode;

type Entries = readonly (readonly [key: string, value: Code])[];

export interface BeanCode {
  readonly kind: 'bean';
  /** Names the step. */
  readonly step: string;
  /** `orderService.total` */
  readonly path: string;
  readonly activity: string;
  /** The name `...` spreads the value. */
  readonly args: readonly { readonly name: string; readonly code: Code; readonly exact: boolean }[];
}

/** JavaScript taken over as text, with its variables as properties of `vars`. Stands alone, never inside of other code. */
export interface VerbatimCode {
  readonly kind: 'verbatim';
  readonly text: string;
}

export type BinaryOperator =
  | '||'
  | '&&'
  | '??'
  | '==='
  | '!=='
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '**';

/** How a variable is written where the code is to stand. */
export type VariableName = (name: string) => string;

const PRECEDENCE: Readonly<Record<BinaryOperator, number>> = {
  '??': 1,
  '||': 2,
  '&&': 3,
  '===': 5,
  '!==': 5,
  '==': 5,
  '!=': 5,
  '<': 6,
  '<=': 6,
  '>': 6,
  '>=': 6,
  '+': 8,
  '-': 8,
  '*': 9,
  '/': 9,
  '%': 9,
  '**': 11,
};
const CONDITIONAL = 0;
const UNARY = 12;
const MEMBER = 14;

/** For a condition or an argument: a chain of `&&` or `||` can be broken into lines. */
export function toDoc(code: Code, variable: VariableName): Doc {
  if (code.kind !== 'binary' || (code.operator !== '&&' && code.operator !== '||'))
    return toText(code, variable);
  return logical(
    code.operator,
    operandsOf(code, code.operator).map((operand) => concat(inside(operand, code, 'right', variable))),
  );
}

function operandsOf(code: Code, operator: BinaryOperator): Code[] {
  if (code.kind !== 'binary' || code.operator !== operator) return [code];
  return [...operandsOf(code.left, operator), code.right];
}

/** On one line, with the blanks and parentheses that prettier would leave. */
export function toText(code: Code, variable: VariableName): string {
  const text = (inner: Code) => toText(inner, variable);
  switch (code.kind) {
    case 'literal':
      return typeof code.value === 'string' ? quote(code.value) : String(code.value).replace('e+', 'e');
    case 'variable':
      return variable(code.name);
    case 'name':
      return code.name;
    case 'member': {
      const object = operand(code.object, MEMBER, variable);
      if (isPlainKey(code.name)) return `${object}${code.optional ? '?.' : '.'}${code.name}`;
      return `${object}${code.optional ? '?.' : ''}[${quote(code.name)}]`;
    }
    case 'index':
      return `${operand(code.object, MEMBER, variable)}${code.optional ? '?.' : ''}[${text(code.index)}]`;
    case 'call':
      return `${operand(code.callee, MEMBER, variable)}(${code.args.map(text).join(', ')})`;
    case 'lambda':
      return `(${code.parameter}) => ${code.body.kind === 'object' ? `(${text(code.body)})` : text(code.body)}`;
    case 'new':
      return `new ${operand(code.callee, MEMBER, variable)}(${code.args.map(text).join(', ')})`;
    case 'unary':
      return unary(code, variable);
    case 'binary':
      return `${inside(code.left, code, 'left', variable)} ${code.operator} ${inside(code.right, code, 'right', variable)}`;
    case 'conditional':
      return [
        `${operand(code.test, CONDITIONAL + 1, variable)} ? ${text(code.then)}`,
        `${text(code.otherwise)}`,
      ].join(' : ');
    case 'cast':
      return `(${text(code.code)} as ${code.type})`;
    case 'template':
      return `${code.tag ? text(code.tag) : ''}\`${code.parts.map((part) => (typeof part === 'string' ? templateText(part) : `\${${text(part)}}`)).join('')}\``;
    case 'array':
      return `[${code.items.map(text).join(', ')}]`;
    case 'object':
      return objectText(code.entries, variable);
    case 'bean': {
      const entries = code.args.map(({ name, code }) => [name, code] as const);
      const input = entries.length > 0 ? `, ${objectText(entries, variable)}` : '';
      return `await task(${quote(code.step)}, activities.${code.activity}${input})`;
    }
  }
}

function objectText(entries: Entries, variable: VariableName): string {
  if (entries.length === 0) return '{}';
  const properties = entries.map(([key, value]) => {
    const text = toText(value, variable);
    if (key === '...') return `...${text}`;
    return key === text ? key : `${isPlainKey(key) ? key : quote(key)}: ${text}`;
  });
  return `{ ${properties.join(', ')} }`;
}

function templateText(text: string): string {
  return text
    .replace(/[`\\]|\$(?=\{)/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}

function unary(code: Extract<Code, { kind: 'unary' }>, variable: VariableName): string {
  const inner = operand(code.operand, UNARY, variable);
  if (code.operator === 'typeof') return `typeof ${inner}`;
  // `- -x`, not a decrement; prettier writes it with parentheses.
  return inner.startsWith(code.operator) && code.operator !== '!'
    ? `${code.operator}(${inner})`
    : code.operator + inner;
}

/** An operand of a binary operator. Prettier keeps parentheses where people misread precedence. */
function inside(
  code: Code,
  parent: Extract<Code, { kind: 'binary' }>,
  side: 'left' | 'right',
  variable: VariableName,
): string {
  const outer = PRECEDENCE[parent.operator];
  if (code.kind === 'binary') {
    const inner = PRECEDENCE[code.operator];
    const text = toText(code, variable);
    return needsParentheses(code.operator, parent.operator, inner, outer, side) ? `(${text})` : text;
  }
  const isSigned = code.kind === 'unary' || (code.kind === 'literal' && Number(code.value) < 0);
  if (isSigned && parent.operator === '**' && side === 'left') return `(${toText(code, variable)})`;
  return operand(code, outer, variable);
}

function needsParentheses(
  operator: BinaryOperator,
  parent: BinaryOperator,
  inner: number,
  outer: number,
  side: 'left' | 'right',
): boolean {
  if (inner < outer || (inner === outer && side === 'right' && operator !== parent)) return true;
  if (inner === outer && side === 'right') return operator !== '&&' && operator !== '||';
  if (operator === '%' && (parent === '+' || parent === '-')) return true;
  if (inner === outer) {
    const flattens = inner !== 5 && inner !== 11 && operator !== '%' && parent !== '%';
    return !flattens || (inner === 9 && operator !== parent);
  }
  // `(a && b) || c`; `??` does not mix with the others at all
  return (operator === '&&' && parent === '||') || parent === '??';
}

/** In parentheses if it binds more loosely than `precedence`. */
function operand(code: Code, precedence: number, variable: VariableName): string {
  const text = toText(code, variable);
  return precedenceOf(code) < precedence ? `(${text})` : text;
}

function precedenceOf(code: Code): number {
  switch (code.kind) {
    case 'binary':
      return PRECEDENCE[code.operator];
    case 'conditional':
    case 'bean': // prettier keeps `(await …)` apart from everything around it
      return CONDITIONAL;
    case 'unary':
      return UNARY;
    case 'literal':
      return typeof code.value === 'number' ? UNARY : MEMBER;
    default:
      return MEMBER;
  }
}

/** What holds exactly when `code`, which is a boolean, does not. */
export function negate(code: Code): Code {
  if (code.kind === 'unary' && code.operator === '!') return code.operand;
  if (code.kind === 'literal' && typeof code.value === 'boolean')
    return { kind: 'literal', value: !code.value };
  if (code.kind === 'binary') {
    const operator = OPPOSITES[code.operator];
    if (operator) return { ...code, operator };
  }
  return { kind: 'unary', operator: '!', operand: code };
}

/** Only equalities: `!(a < b)` is not `a >= b` when one is not a number. */
const OPPOSITES: Readonly<Partial<Record<BinaryOperator, BinaryOperator>>> = {
  '===': '!==',
  '!==': '===',
  '==': '!=',
  '!=': '==',
};

/** `order?.customer?.name`: nothing where one of them is not there, instead of a failure. */
export function optionalChain(code: Code): Code {
  if (code.kind !== 'member' && code.kind !== 'index') return code;
  return { ...code, object: optionalChain(code.object), optional: true };
}

/** The names of TypeScript's that code uses: `Number`, `isEmpty`. */
export function namesIn(code: Code): ReadonlySet<string> {
  return new Set(partsOf(code).flatMap((part) => (part.kind === 'name' ? part.name : [])));
}

/** The variables of the process that code reads. */
export function variablesIn(code: Code): ReadonlySet<string> {
  return new Set(partsOf(code).flatMap((part) => (part.kind === 'variable' ? part.name : [])));
}

/** The calls of beans in code, in the order in which they stand there. */
export function beansIn(code: Code): readonly BeanCode[] {
  return partsOf(code).filter((part) => part.kind === 'bean');
}

/** Code with all that it consists of. */
export function partsOf(code: Code): readonly Code[] {
  const parts: Code[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (typeof value === 'object' && value !== null) {
      if ('kind' in value) parts.push(value as Code);
      for (const inner of Object.values(value)) visit(inner);
    }
  };
  visit(code);
  return parts;
}
