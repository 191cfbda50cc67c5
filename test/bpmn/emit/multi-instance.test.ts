import { compile, type CompileOptions } from '../../../src/bpmn/compile';
import { around } from '../diagram';

/** The code of the only multi-instance, on one line. */
async function emitted(task: string, options: CompileOptions = {}): Promise<string> {
  const { files, diagnostics } = await compile({ file: 'test.bpmn', xml: around(task) }, options);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const code = files
    .find(({ file }) => file.endsWith('workflow.ts'))!
    .content.replace(/\s+/g, ' ')
    .replaceAll('( ', '(');
  return code.slice(code.indexOf("forEach('A'"), code.indexOf(" return end('E')"));
}

const over = (attributes: string, inner = '') =>
  `<task id="A"><multiInstanceLoopCharacteristics>${inner}<extensionElements><zeebe:loopCharacteristics ${attributes}/></extensionElements></multiInstanceLoopCharacteristics></task>`;

const schema = (properties: CompileOptions['variables']) => ({
  variables: properties!,
  modules: { schema: './x' },
});

test.each([
  ['a name that hides nothing', 'order', '(order) =>', '{ order }'],
  ['the name of a helper', 'task', '(item) =>', '{ task: item }'],
  ['the name of the index', 'index', '(item) =>', '{ index: item }'],
  ['no name of JavaScript', 'größe', '(größe) =>', '{ größe }'],
])('the item has %s', async (_title, name, head, own) => {
  const code = await emitted(over(`inputCollection="=items" inputElement="${name}"`));
  expect(code).toContain(`forEach('A', vars.items, ${head}`);
  expect(code).toContain(`withOwn(vars, ${own}, async`);
});

test('an item that is also what is given out is itself', async () => {
  const code = await emitted(
    over('inputCollection="=items" inputElement="item" outputCollection="sums" outputElement="=item.sum"'),
  );
  expect(code).toContain('withOwn(vars, { item }, async');
  expect(code).toContain("return feel('A', 'item.sum', aVariables);");
});

test('a collection that may be missing fails where it is used', async () => {
  const list = { type: 'array', items: { type: 'string' } };
  const task = over('inputCollection="=items"');
  const required = { type: 'object', properties: { items: list }, required: ['items'] };
  expect(await emitted(task, schema(required))).toContain("forEach('A', vars.items, async");
  const optional = { type: 'object', properties: { items: list } };
  expect(await emitted(task, schema(optional))).toContain(
    "forEach('A', evaluate('A', vars, ({ items }) => items), async",
  );
});

test('a condition that sees only counts needs no variables', async () => {
  const until = '<completionCondition>=numberOfCompletedInstances &gt; 1</completionCondition>';
  expect(await emitted(over('inputCollection="=items"', until))).toContain(
    '{ until: (instances) => instances.numberOfCompletedInstances > 1 }',
  );
});

test('a condition that asks a service takes its time', async () => {
  const task =
    '<task id="A"><multiInstanceLoopCharacteristics camunda:collection="items"><completionCondition>${votes.decided(items)}</completionCondition></multiInstanceLoopCharacteristics></task>';
  expect(await emitted(task)).toContain('until: async () =>');
});
