import { rewritten } from './juel-rewrite';
import { parseJuel, type Juel } from './juel-syntax';
import { ExpressionProblem } from './translation';

/** `Integer x = (Integer) kcontext.getVariable("amount");` */
const DECLARATION =
  /^\s*(?:final\s+)?[A-Za-z][\w.<>]*\s+([A-Za-z_]\w*)\s*=\s*(?:\([\w.<>]+\)\s*)?kcontext\s*\.\s*getVariable\s*\(\s*"(\w+)"\s*\)\s*;/;
/** `(Integer) amount`: TypeScript's values have their types. */
const CAST =
  /\(\s*(?:java\.(?:lang|util|math)\.)?(?:String|Integer|Long|Short|Double|Float|Boolean|BigDecimal|Number|Object|List|Map|int|long|double|boolean)\s*\)(?=\s*[\w("])/g;
const STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;

/**
 * One expression, with or without `return` and `;`, behind declarations that only give other names to variables. Offsets
 * are those in the text.
 *
 * @throws ExpressionProblem if it is more than that, or no Java
 */
export function parseJava(text: string): Juel {
  const aliases = new Map<string, string>();
  let start = 0;
  for (;;) {
    const match = DECLARATION.exec(text.slice(start));
    if (!match) break;
    aliases.set(match[1] ?? '', match[2] ?? '');
    start += match[0].length;
  }
  const expression = blanked(text.slice(start), /^\s*return(?=[\s("!])/).replace(/[;\s]+$/, '');
  const rest = expression.replace(STRING, ({ length }) => '_'.repeat(length)).search(/[;{}]/);
  if (rest >= 0)
    throw new ExpressionProblem('unsupported', 'it is more than one expression', start + rest, text.length);
  const by = start - MARK.length;
  return rewritten(parsed(blanked(expression, CAST), start), (part) => ({
    ...part,
    at: { from: part.at.from + by, to: part.at.to + by },
    ...(part.kind === 'identifier' && { name: aliases.get(part.name) ?? part.name }),
  }));
}

/** The part of JUEL that Java shares stands in a mark of JUEL. */
const MARK = '${';

function parsed(expression: string, start: number): Juel {
  try {
    return parseJuel(`${MARK}${expression}}`);
  } catch (error) {
    if (!(error instanceof ExpressionProblem)) throw error;
    const [from, to] = [error.from, error.to].map((at) => at + start - MARK.length);
    const message = error.message.startsWith('"}"') ? 'it is not complete' : error.message;
    throw new ExpressionProblem(error.kind, message, from ?? 0, to ?? 0);
  }
}

/** What means nothing here is overwritten, so that everything else stays where it is. */
function blanked(text: string, pattern: RegExp): string {
  return text.replace(pattern, ({ length }) => ' '.repeat(length));
}
