import { isPlainKey, quote, WIDTH } from '../../4-emit/doc';
import { print } from '../../4-emit/print-doc';
import type { DecisionInput } from './decision-function';
import { guarded, isTooLong } from '../../4-emit/lines';
import type { GivenResult } from './required-results';
import type { Scope } from './scope';

/** What the head of a decision's function says. */
export interface FunctionHead {
  readonly functionName: string;
  readonly typeName: string;
  readonly isExported: boolean;
  readonly inputs: readonly DecisionInput[];
  /** The identifiers of the inputs. */
  readonly params: Scope;
  readonly given: readonly GivenResult[];
  readonly result: string;
}

/** `export function fee({ amount }: FeeInput, { risk = riskClass({ amount }) } = {}): number {` */
export function headLines(head: FunctionHead): string[] {
  const { typeName, inputs, params, given, result } = head;
  const start = `${head.isExported ? 'export ' : ''}function ${head.functionName}(`;
  if (inputs.length === 0) return [`${start}): ${result} {`];
  const end = `): ${result} {`;
  const names = inputs.map(({ name }) => {
    const code = params.get(name)?.code ?? name;
    if (code === name) return name;
    return `${isPlainKey(name) ? name : quote(name)}: ${code}`;
  });
  const own: Pattern = { entries: names, after: `: ${typeName}Input` };
  const results: Pattern = { entries: given.map(resultEntry), after: ' = {}' };
  const patterns = given.length > 0 ? [own, results] : [own];

  const line = start + patterns.map(flat).join(', ') + end;
  if (line.length <= WIDTH && !line.includes('\n')) return [line];
  if (given.length === 0) return [`${start}{`, ...names.map((name) => `  ${name},`), `}${own.after}${end}`];
  const lines = [start, ...patterns.flatMap(broken), end];
  return guarded(lines, 0, isTooLong(lines));
}

/** `{ …, … }: Type` */
interface Pattern {
  readonly entries: readonly string[];
  readonly after: string;
}

function resultEntry({ key, name, doc }: GivenResult): string {
  const before = `${key === name ? name : `${key}: ${name}`} = `;
  return before + print(doc, { indent: 4, column: 4 + before.length, after: 1 });
}

function flat({ entries, after }: Pattern): string {
  return `{ ${entries.join(', ')} }${after}`;
}

/** As one of several parameters, on lines of its own. */
function broken(pattern: Pattern): string[] {
  const line = `  ${flat(pattern)},`;
  if (line.length <= WIDTH && !line.includes('\n')) return [line];
  const entries = pattern.entries.flatMap((entry) => `    ${entry},`.split('\n'));
  return ['  {', ...entries, `  }${pattern.after},`];
}
