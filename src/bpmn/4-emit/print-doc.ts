import { array, call, flat, isComposed, link, property, spaces, WIDTH } from './doc';
import type {
  ArrayDoc,
  ArrowDoc,
  CallDoc,
  ChainDoc,
  Doc,
  LambdaDoc,
  ObjectDoc,
  TableDoc,
  TableRow,
} from './doc-kinds';

const STEP = 2;

/** Where a document stands: its indentation, the column it begins at, and how much comes after it on its last line. */
export interface Place {
  readonly indent: number;
  readonly column: number;
  readonly after: number;
}

/** The document as text; lines after the first are indented. Text that cannot be broken may be too long. */
export function print(doc: Doc, place: Place): string {
  const line = flat(doc);
  if (typeof doc === 'string') return doc;
  if (line !== undefined && place.column + line.length + place.after <= WIDTH) return line;
  switch (doc.kind) {
    case 'verbatim':
      return doc.text;
    case 'arrow': {
      const lines = doc.body(place.indent + STEP);
      return block(doc.shortHead?.() ?? doc.head, lines, place);
    }
    case 'lambda':
      return goesBelow(doc, place) ? onNextLine(doc, place) : lambdaBlock(doc, place);
    case 'object':
      return broken('{', doc.entries.map(property), '}', place);
    case 'array':
      return broken('[', doc.items, ']', place);
    case 'logical':
      return doc.operands
        .map((operand, i) => {
          const last = i === doc.operands.length - 1;
          const text = print(operand, { ...place, after: last ? place.after : doc.operator.length + 1 });
          return last ? text : `${text} ${doc.operator}`;
        })
        .join(`\n${spaces(place.indent)}`);
    case 'table':
      return tableText(doc, place);
    case 'concat': {
      const at = doc.parts.findIndex((part) => typeof part !== 'string');
      if (at < 0) return doc.parts.join('');
      const head = doc.parts.slice(0, at).join('');
      const tail = doc.parts.slice(at + 1).join('');
      const inner = { ...place, column: place.column + head.length, after: place.after + tail.length };
      return head + print(doc.parts[at] ?? '', inner) + tail;
    }
    case 'chain':
      return chained(doc, place);
    case 'call':
      return (
        (isComposed(doc) ? undefined : (huggedLast(doc, place) ?? huggedFirst(doc, place))) ??
        broken(`${doc.callee}(`, doc.args, ')', place)
      );
  }
}

/** Several calls get a line each. */
function chained({ head, calls }: ChainDoc, place: Place): string {
  const [only] = calls;
  if (only && calls.length === 1) return print(call(`${head}.${only.name}`, ...only.args), place);
  const indent = place.indent + STEP;
  const lines = calls.map((one) => print(link(one), { indent, column: indent + 1, after: place.after }));
  return [head, ...lines.map((line) => `${spaces(indent)}.${line}`)].join('\n');
}

/** The head on the line of the call if it fits there, and each row on lines of its own. */
function tableText({ callee, head, rows }: TableDoc, place: Place): string {
  const line = flat(head);
  const opening = `${callee}(${line ?? ''}, [`;
  if (line !== undefined && place.column + opening.length <= WIDTH) {
    return [opening, ...rowLines(rows, place.indent + STEP), `${spaces(place.indent)}])`].join('\n');
  }
  const indent = place.indent + STEP;
  const list = rows.some(({ comments }) => comments.length > 0)
    ? undefined
    : flat(array(rows.map(({ doc }) => doc)));
  const fits = list !== undefined && indent + list.length + 1 <= WIDTH;
  return [
    `${callee}(`,
    `${spaces(indent)}${print(head, { indent, column: indent, after: 1 })},`,
    ...(fits
      ? [`${spaces(indent)}${list},`]
      : [`${spaces(indent)}[`, ...rowLines(rows, indent + STEP), `${spaces(indent)}],`]),
    `${spaces(place.indent)})`,
  ].join('\n');
}

function rowLines(rows: readonly TableRow[], indent: number): string[] {
  return rows.flatMap(({ comments, doc }) => [
    ...comments.map((comment) => `${spaces(indent)}// ${comment}`),
    `${spaces(indent)}${print(doc, { indent, column: indent, after: 1 })},`,
  ]);
}

function block(head: string, lines: readonly string[], { indent }: Place): string {
  return [`${head} => {`, ...lines, `${spaces(indent)}}`].join('\n');
}

function lambdaBlock({ head, body, block: lines }: LambdaDoc, place: Place): string {
  const indent = place.indent + STEP;
  return block(head, lines?.(indent) ?? returning(body, indent), place);
}

/** Whether a function's expression has its place on the line below: a call that fits there, or breaks within itself. */
function goesBelow({ body, block }: LambdaDoc, { indent, after }: Place): boolean {
  if (block || typeof body === 'string' || body.kind !== 'call') return false;
  const line = flat(body);
  return line === undefined || indent + STEP + line.length + after <= WIDTH || opensLast(body);
}

/** `() =>`, and the expression on the next line. */
function onNextLine({ head, body }: LambdaDoc, place: Place): string {
  const indent = place.indent + STEP;
  const text = print(body, { indent, column: indent, after: place.after });
  return `${head} =>\n${spaces(indent)}${text}`;
}

function returning(doc: Doc, indent: number): string[] {
  const before = `${spaces(indent)}return `;
  return [`${before}${print(doc, { indent, column: before.length, after: 1 })};`];
}

/** With the last argument opened up on the line of the call, if that is an object or a block. */
function huggedLast({ callee, args }: CallDoc, place: Place): string | undefined {
  const others = args.slice(0, -1).map(flat);
  const last = args.at(-1);
  if (last === undefined || others.includes(undefined) || !opens(last)) return undefined;
  const before = args.at(-2);
  if (before !== undefined && opens(before) && kindOf(before) === kindOf(last)) return undefined;
  const head = `${callee}(${others.map((text) => `${text}, `).join('')}`;
  const column = place.column + head.length;
  const fits = (opening: string) => column + opening.length <= WIDTH;
  const opening = last.kind === 'object' ? '{' : last.kind === 'array' ? '[' : `${last.head} => {`;
  if (!fits(opening) && !(last.kind === 'arrow' && fits(`${shortHeadOf(last, place)} => {`)))
    return undefined;
  if (last.kind === 'lambda' && goesBelow(last, { ...place, after: 1 }))
    return `${head}${onNextLine(last, { ...place, after: 1 })},\n${spaces(place.indent)})`;
  return `${head}${opened(last, { ...place, column, after: WIDTH })})`;
}

/** It is known when the body is written. */
function shortHeadOf({ head, body, shortHead }: ArrowDoc, { indent }: Place): string {
  if (!shortHead) return head;
  body(indent + STEP);
  return shortHead();
}

/** With the first argument opened up, if that is a block and the only other one is a plain name. */
function huggedFirst({ callee, args }: CallDoc, place: Place): string | undefined {
  const [first, second, ...more] = args;
  if (first === undefined || typeof second !== 'string' || more.length > 0) return undefined;
  if (!opens(first) || first.kind === 'object' || first.kind === 'array') return undefined;
  const column = place.column + callee.length + 1;
  if (column + first.head.length + ' => {'.length > WIDTH) return undefined;
  return `${callee}(${opened(first, { ...place, column, after: WIDTH })}, ${second})`;
}

/** An argument that is opened up on the line of its call. */
function opened(doc: ArrowDoc | LambdaDoc | ObjectDoc | ArrayDoc, place: Place): string {
  return doc.kind === 'lambda' ? lambdaBlock(doc, place) : print(doc, place);
}

/** Whether a call's last argument is an object, and no other one opens. */
function opensLast(doc: Doc): boolean {
  if (typeof doc === 'string' || doc.kind !== 'call') return false;
  const last = doc.args.at(-1);
  return last !== undefined && opens(last) && last.kind === 'object' && !doc.args.slice(0, -1).some(opens);
}

function opens(doc: Doc): doc is ArrowDoc | LambdaDoc | ObjectDoc | ArrayDoc {
  if (typeof doc === 'string') return false;
  return (
    doc.kind === 'arrow' ||
    doc.kind === 'lambda' ||
    (doc.kind === 'object' && doc.entries.length > 0) ||
    (doc.kind === 'array' && doc.items.length > 0)
  );
}

function kindOf(doc: Doc): string {
  return typeof doc === 'string' ? 'text' : doc.kind === 'lambda' ? 'arrow' : doc.kind;
}

function broken(open: string, items: readonly Doc[], close: string, { indent }: Place): string {
  const inner = indent + STEP;
  const lines = items.map((item) => {
    const isLogical = typeof item !== 'string' && item.kind === 'logical';
    const text = print(item, { indent: isLogical ? inner + STEP : inner, column: inner, after: 1 });
    return `${spaces(inner)}${moved(text, inner)},`;
  });
  return [open, ...lines, `${spaces(indent)}${close}`].join('\n');
}

/** By so much a key has to be longer than an indentation, or prettier does not break the line behind it. */
const MIN_OVERLAP = 3;

/** A long text as a value of an object goes on a line of its own. */
function moved(text: string, indent: number): string {
  const [, key, literal] = /^([^\s'":]+:|'[^']*':) ((?:'.*'|".*"))$/.exec(text) ?? [];
  if (key === undefined || literal === undefined || indent + text.length + 1 <= WIDTH) return text;
  // Behind a short key a line break gains nothing.
  if (key.length - 1 < STEP + MIN_OVERLAP) return text;
  return `${key}\n${spaces(indent + STEP)}${literal}`;
}
