import type {
  ArrayDoc,
  ArrowDoc,
  CallDoc,
  ChainDoc,
  ChainedCall,
  Doc,
  LambdaDoc,
  ObjectDoc,
  TableRow,
} from './doc-kinds';

export type { Doc, TableRow } from './doc-kinds';

export const WIDTH = 110;

export function call(callee: string, ...args: readonly Doc[]): Doc {
  return { kind: 'call', callee, args };
}

export function chain(head: string, calls: readonly ChainedCall[]): Doc {
  return { kind: 'chain', head, calls };
}

/** At least one row. */
export function table(callee: string, head: Doc, rows: readonly TableRow[]): Doc {
  return { kind: 'table', callee, head, rows };
}

/** Keys are given as text and quoted where necessary; `...` spreads the value. */
export function object(entries: readonly (readonly [key: string, value: Doc])[]): Doc {
  return { kind: 'object', entries };
}

export function array(items: readonly Doc[]): Doc {
  return { kind: 'array', items };
}

export function arrow(
  head: string,
  body: ArrowDoc['body'],
  options: Pick<ArrowDoc, 'isVerbatim' | 'shortHead'> = {},
): Doc {
  return { kind: 'arrow', head, body, ...options };
}

export function lambda(head: string, body: Doc, block?: LambdaDoc['block']): Doc {
  return { kind: 'lambda', head, body, block };
}

export function logical(operator: string, operands: readonly Doc[]): Doc {
  return { kind: 'logical', operator, operands };
}

export function concat(...parts: readonly Doc[]): Doc {
  return { kind: 'concat', parts };
}

export function verbatim(text: string): Doc {
  return { kind: 'verbatim', text };
}

/** Whether prettier may lay it out in another way: there is something in it that is taken over as it is. */
export function hasVerbatim(doc: Doc): boolean {
  if (typeof doc === 'string') return false;
  switch (doc.kind) {
    case 'verbatim':
      return true;
    case 'arrow':
      return doc.isVerbatim ?? false;
    case 'lambda':
      // A block looks after itself.
      return hasVerbatim(doc.body) && !(doc.block && flat(doc.body) === undefined);
    case 'call':
      return doc.args.some(hasVerbatim);
    case 'chain':
      return doc.calls.some(({ args }) => args.some(hasVerbatim));
    case 'table':
      return hasVerbatim(doc.head) || doc.rows.some(({ doc }) => hasVerbatim(doc));
    case 'concat':
      return doc.parts.some(hasVerbatim);
    case 'logical':
      return doc.operands.some(hasVerbatim);
    case 'object':
      return doc.entries.some(([, value]) => hasVerbatim(value));
    case 'array':
      return doc.items.some(hasVerbatim);
  }
}

/** Whether it awaits something itself, so that the function around it has to be async. */
export function awaits(doc: Doc): boolean {
  if (typeof doc === 'string') return doc.startsWith('await ');
  switch (doc.kind) {
    case 'arrow':
    case 'lambda':
    case 'verbatim':
    case 'table':
      return false;
    case 'call':
      return doc.args.some(awaits);
    case 'chain':
      return doc.calls.some(({ args }) => args.some(awaits));
    case 'concat':
      return doc.parts.some(awaits);
    case 'logical':
      return doc.operands.some(awaits);
    case 'object':
      return doc.entries.some(([, value]) => awaits(value));
    case 'array':
      return doc.items.some(awaits);
  }
}

/** What comes before `await`: for functions that give a promise. */
export function unawaited(doc: Doc): { readonly doc: Doc; readonly awaited: boolean } {
  if (typeof doc === 'string' || doc.kind !== 'concat') return { doc, awaited: false };
  const [first, awaited, ...more] = doc.parts;
  if (first !== 'await ' || awaited === undefined || more.length > 0) return { doc, awaited: false };
  return { doc: awaited, awaited: true };
}

/** On one line, or undefined if it has a block in it. */
export function flat(doc: Doc): string | undefined {
  if (typeof doc === 'string') return doc.includes('\n') ? undefined : doc;
  switch (doc.kind) {
    case 'arrow':
      return undefined;
    case 'verbatim':
      return doc.text.includes('\n') ? undefined : doc.text;
    case 'lambda':
      return joined([doc.body], '', (body) => `${doc.head} => ${body}`);
    case 'call':
      return isComposed(doc) ? undefined : joined(doc.args, ', ', (args) => `${doc.callee}(${args})`);
    case 'chain':
      if (isTall(doc)) return undefined;
      return joined(doc.calls.map(link), '.', (calls) => `${doc.head}.${calls}`);
    case 'table': {
      const rows = doc.rows.map(({ doc }) => doc);
      if (doc.rows.some(({ comments }) => comments.length > 0)) return undefined;
      return joined([doc.head, array(rows)], ', ', (args) => `${doc.callee}(${args})`);
    }
    case 'concat':
      return joined(doc.parts, '', (parts) => parts);
    case 'logical':
      return joined(doc.operands, ` ${doc.operator} `, (operands) => operands);
    case 'object':
      if (doc.entries.length === 0) return '{}';
      return joined(doc.entries.map(property), ', ', (entries) => `{ ${entries} }`);
    case 'array':
      return isTable(doc) ? undefined : joined(doc.items, ', ', (items) => `[${items}]`);
  }
}

/** One of several arguments is itself called with a function: each always gets a line of its own. */
export function isComposed({ args }: CallDoc): boolean {
  return args.length > 1 && args.some((arg) => isCall(arg) && arg.args.some(isFunction));
}

function isCall(doc: Doc): doc is CallDoc {
  return typeof doc !== 'string' && doc.kind === 'call';
}

function isFunction(doc: Doc): boolean {
  return typeof doc !== 'string' && (doc.kind === 'arrow' || doc.kind === 'lambda');
}

/** Several objects or lists, each with more than one thing in it: always one a line. */
function isTable({ items }: ArrayDoc): boolean {
  const are = (kind: 'object' | 'array') =>
    items.every((item) => typeof item !== 'string' && item.kind === kind && sizeOf(item) > 1);
  return items.length > 1 && (are('object') || are('array'));
}

function sizeOf(doc: ObjectDoc | ArrayDoc): number {
  return doc.kind === 'object' ? doc.entries.length : doc.items.length;
}

/** A call of a chain, without what is before it. */
export function link({ name, args }: ChainedCall): Doc {
  return call(name, ...args);
}

function isTall({ calls }: ChainDoc): boolean {
  return calls.length > 2 && calls.some(({ isLong }) => isLong === true);
}

function joined(docs: readonly Doc[], separator: string, wrap: (text: string) => string): string | undefined {
  const parts = docs.map(flat);
  return parts.includes(undefined) ? undefined : wrap(parts.join(separator));
}

/** An entry of an object, its key quoted where necessary. */
export function property([key, value]: readonly [string, Doc]): Doc {
  if (key === '...') return concat('...', value);
  if (key === '__proto__') return concat("['__proto__']: ", value); // would set the prototype
  if (!isPlainKey(key)) return concat(`${quote(key)}: `, value);
  return value === key ? key : concat(`${key}: `, value);
}

/** Whether a property name needs no quotes. */
export function isPlainKey(key: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key);
}

/** A string literal, in the quotes that prettier would choose. */
export function quote(text: string): string {
  const singles = text.split("'").length;
  const doubles = text.split('"').length;
  const mark = singles > doubles ? '"' : "'";
  const escaped = text.replace(
    /[\\\p{Cc}\u2028\u2029]/gu,
    (character) => ESCAPES[character] ?? unicode(character),
  );
  return mark + escaped.replaceAll(mark, `\\${mark}`) + mark;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A string literal that keeps the lines of a text that has several. */
export function textBlock(text: string): Doc {
  if (!text.includes('\n')) return quote(text);
  return `\`${text.replace(/[`\\]|\$(?=\{)/g, '\\$&').replaceAll('\r', '\\r')}\``;
}

export function spaces(count: number): string {
  return ' '.repeat(count);
}
