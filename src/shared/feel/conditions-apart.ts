import type { parseExpression } from 'feelin';

type Node = ReturnType<typeof parseExpression>['topNode'];

/**
 * `a in [1..5] and b` as `(a in [1..5]) and b`: feelin's grammar takes all that follows `in` for the test.
 *
 * @param parse - gives the tree of a text
 */
export function conditionsApart(text: string, parse: (text: string) => Node): string {
  if (!/\bin\b/.test(text) || !/\b(?:and|or)\b/.test(text)) return text;
  const marks: { readonly at: number; readonly mark: string }[] = [];
  collect(parse(text));
  marks.sort((a, b) => b.at - a.at);
  return marks.reduce((whole, { at, mark }) => whole.slice(0, at) + mark + whole.slice(at), text);

  function collect(node: Node): void {
    const end = node.name === 'Comparison' ? endOfTest(node) : undefined;
    if (end !== undefined) marks.push({ at: end, mark: ')' }, { at: node.from, mark: '(' });
    for (let child = node.firstChild; child; child = child.nextSibling) collect(child);
  }
}

/** Where the test of `a in test` ends, if a condition follows. */
function endOfTest(comparison: Node): number | undefined {
  const operator = comparison.firstChild?.nextSibling;
  let node = operator?.name === 'in' ? comparison.lastChild : null;
  let end: number | undefined;
  while (node) {
    const isJoined = node.name === 'Conjunction' || node.name === 'Disjunction';
    if (isJoined) end = node.firstChild?.to;
    else if (node.name !== 'PositiveUnaryTest' && node.name !== 'SimplePositiveUnaryTest') break;
    node = isJoined ? node.firstChild : node.lastChild;
  }
  return end;
}
