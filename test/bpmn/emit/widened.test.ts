import * as ts from 'typescript';
import { variablesOf, type Emission } from '../../../src/bpmn/4-emit/emission';
import { toText } from '../../../src/bpmn/4-emit/expressions/code';
import { translateJuel } from '../../../src/bpmn/4-emit/expressions/juel';
import { widened } from '../../../src/bpmn/4-emit/widened';

const variables = variablesOf({
  type: 'object',
  properties: {
    n: { type: 'number' },
    s: { type: 'string', enum: ['a', 'b', 'c'] },
    ok: { type: 'boolean' },
    order: { type: 'object', properties: { code: { type: 'number' } }, required: ['code'] },
  },
  required: ['n', 's', 'ok', 'order'],
});
const DECLARED =
  "declare const vars: { n: number; s: 'a' | 'b' | 'c'; ok: boolean; order: { code: number } };\n";

/** The conditions of the ways of one decision after another, as code would test them. */
function written(...decisions: readonly (readonly string[])[]): string[] {
  const emission = { compared: new Map(), variables } as unknown as Emission;
  return decisions.flatMap((ways, d) =>
    ways.map((way, w) => {
      const { exact } = translateJuel(way, (name) => variables.type(name));
      if (!exact) throw new Error(`${way} is not exact`);
      return toText(widened(exact.code, `G${d}`, `F${d}.${w}`, emission), (name) => `vars.${name}`);
    }),
  );
}

/** What the type checker says of the ways of a decision. */
function problems(conditions: readonly string[]): string[] {
  const chain = `function chain() { ${conditions.map((one) => `if (${one}) return 1;`).join('\nelse ')} return 0; }`;
  const source = ts.createSourceFile('a.ts', `${DECLARED}${chain}\n`, ts.ScriptTarget.ES2022, true);
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost({}),
    getSourceFile: (name) => (name === 'a.ts' ? source : undefined),
  };
  const program = ts.createProgram(['a.ts'], { noLib: true, strict: true, types: [] }, host);
  return program
    .getSemanticDiagnostics(source)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

test.each([
  ['different constants', [['${n == 1}', '${n == 2}']], ['vars.n === 1', 'vars.n === 2']],
  [
    'what is not one, then not another',
    [['${n != 1}', '${n != 2}']],
    ['vars.n !== 1', '(vars.n as number) !== 2'],
  ],
  [
    'the same constant again',
    [["${s == 'a' && n > 1}", "${s == 'a'}"]],
    ["vars.s === 'a' && vars.n > 1", "(vars.s as string) === 'a'"],
  ],
  ['both at once, which cannot be', [['${n == 1 && n == 2}']], ['vars.n === 1 && (vars.n as number) === 2']],
  [
    'either of two',
    [["${s == 'a' || s == 'b'}", "${s == 'c'}"]],
    ["vars.s === 'a' || vars.s === 'b'", "vars.s === 'c'"],
  ],
  [
    'neither of two, negated',
    [["${!(s == 'a') && !(s == 'b')}"]],
    ["!(vars.s === 'a') && !((vars.s as string) === 'b')"],
  ],
  [
    'another decision',
    [['${order.code == 1}'], ['${order.code == 2}', '${order.code == 3}']],
    ['vars.order.code === 1', '(vars.order.code as number) === 2', '(vars.order.code as number) === 3'],
  ],
  ['booleans', [['${ok == true}', '${ok == false}'], ['${ok != true}']], ['vars.ok', '!vars.ok', '!vars.ok']],
] as [string, string[][], string[]][])('%s', (_name, decisions, expected) => {
  const conditions = written(...decisions);
  expect(conditions).toEqual(expected);
  for (const at of decisions.keys()) {
    const first = decisions.slice(0, at).flat().length;
    const ways = conditions.slice(first, first + (decisions[at]?.length ?? 0));
    expect(problems(ways)).toEqual([]);
  }
});

test('a condition that is written twice is written alike', () => {
  const emission = { compared: new Map(), variables } as unknown as Emission;
  const { exact } = translateJuel('${n != 1}', (name) => variables.type(name));
  const once = () => exact && toText(widened(exact.code, 'G', 'F', emission), (name) => name);
  expect([once(), once()]).toEqual(['n !== 1', 'n !== 1']);
});
