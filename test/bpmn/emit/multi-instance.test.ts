import { compile, type CompileOptions } from '../../../src/bpmn/compile';
import { around, definitions, process } from '../diagram';

/** The code of the only multi-instance, on one line. */
async function emitted(task: string, options: CompileOptions = {}): Promise<string> {
  const { files, diagnostics } = await compile({ file: 'test.bpmn', xml: around(task) }, options);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const code = files
    .find(({ file }) => file.endsWith('workflow.ts'))!
    .content.replace(/\s+/g, ' ')
    .replaceAll('( ', '(');
  return code.slice(code.indexOf("forEach('A'"));
}

const over = (attributes: string, inner = '') =>
  `<task id="A"><multiInstanceLoopCharacteristics>${inner}<extensionElements><zeebe:loopCharacteristics ${attributes}/></extensionElements></multiInstanceLoopCharacteristics></task>`;

const schema = (properties: CompileOptions['variables']) => ({
  variables: properties!,
  modules: { schema: './x' },
});

test.each([
  ['a name that hides nothing', 'order', 'async (order) =>', '{ order }'],
  ['the name of a helper', 'task', 'async (item) =>', '{ task: item }'],
  ['the name of the index', 'index', 'async (item) =>', '{ index: item }'],
  ['no name of JavaScript', 'größe', 'async (größe) =>', '{ größe }'],
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

test.each([
  [500, false],
  [501, true],
])('a list of at most %i items is done in slices: %p', async (maxItems, isSliced) => {
  const items = { type: 'array', items: { type: 'string' }, maxItems };
  const code = await emitted(
    over('inputCollection="=items"'),
    schema({ type: 'object', properties: { items }, required: ['items'] }),
  );
  expect(code.includes('slices: true')).toBe(isSliced);
});

test('what an item is, the schema says', async () => {
  const item = { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] };
  const items = { type: 'array', items: item };
  const loop =
    '<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="=items" inputElement="item"/></extensionElements></multiInstanceLoopCharacteristics>';
  const message =
    '<message id="M" name="Packed"><extensionElements><zeebe:subscription correlationKey="=item.id"/></extensionElements></message>';
  const { files, diagnostics } = await compile(
    {
      file: 'test.bpmn',
      xml: definitions(
        `${message}<process id="P" isExecutable="true"><receiveTask id="A" messageRef="M">${loop}</receiveTask></process>`,
      ),
    },
    schema({ type: 'object', properties: { items }, required: ['items'] }),
  );
  expect(diagnostics.map(({ code }) => code)).toEqual([]);
  expect(files[1]!.content).toContain("published('Packed', vars.item.id)");
});

test('a condition that sees only counts needs no variables', async () => {
  const until = '<completionCondition>=numberOfCompletedInstances &gt; 1</completionCondition>';
  expect(await emitted(over('inputCollection="=items"', until))).toContain(
    '{ until: (instances) => instances.numberOfCompletedInstances > 1, slices: true }',
  );
});

test('a condition that asks a service takes its time', async () => {
  const task =
    '<task id="A"><multiInstanceLoopCharacteristics camunda:collection="items"><completionCondition>${votes.decided(items)}</completionCondition></multiInstanceLoopCharacteristics></task>';
  expect(await emitted(task)).toContain('until: async () =>');
});

describe('whose instances other runs may do', () => {
  const whole = async (xml: string) => {
    const { files, diagnostics } = await compile({ file: 'test.bpmn', xml });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    return files.find(({ file }) => file.endsWith('workflow.ts'))!.content;
  };
  const loop = (inner = '<loopCardinality>${n}</loopCardinality>', attributes = '') =>
    `<multiInstanceLoopCharacteristics ${attributes}>${inner}</multiInstanceLoopCharacteristics>`;
  test.each([
    ['as many as a variable says', around(`<task id="A">${loop()}</task>`)],
    [
      'more than one run does',
      around(`<task id="A">${loop('<loopCardinality>501</loopCardinality>')}</task>`),
    ],
    ['one after another', around(`<task id="A">${loop(undefined, 'isSequential="true"')}</task>`)],
    [
      'in a sub-process without variables of its own',
      around(
        `<subProcess id="Sub"><startEvent id="S1"/><task id="A">${loop()}</task><sequenceFlow id="F3" sourceRef="S1" targetRef="A"/></subProcess>`,
      )
        .replaceAll('targetRef="A"/><subProcess', 'targetRef="Sub"/><subProcess')
        .replace('sourceRef="A" targetRef="E"', 'sourceRef="Sub" targetRef="E"'),
    ],
  ])('%s', async (_title, xml) => {
    const code = await whole(xml);
    expect(code).toContain("if (continued?.at === 'A') return part(aForAll);");
    expect(code).toContain('slices: true');
  });

  test.each([
    [
      'a number that one run does',
      around(`<task id="A">${loop('<loopCardinality>500</loopCardinality>')}</task>`),
    ],
    ['a list in the diagram', around(over('inputCollection="=[1, 2]"'))],
    [
      'what may have to be undone',
      process(
        `<startEvent id="S"/><sequenceFlow id="F1" sourceRef="S" targetRef="A"/><task id="A">${loop()}</task>
         <boundaryEvent id="B" attachedToRef="A"><compensateEventDefinition/></boundaryEvent><task id="U" isForCompensation="true"/>
         <association id="As" sourceRef="B" targetRef="U" associationDirection="One"/>
         <sequenceFlow id="F2" sourceRef="A" targetRef="E"/><endEvent id="E"/>`,
      ),
    ],
    [
      'what conditional events look at',
      process(
        `<startEvent id="S"/><sequenceFlow id="F1" sourceRef="S" targetRef="A"/><task id="A">${loop()}</task>
         <boundaryEvent id="B" attachedToRef="A"><conditionalEventDefinition><condition>${'${'}n > 1}</condition></conditionalEventDefinition></boundaryEvent>
         <sequenceFlow id="F2" sourceRef="A" targetRef="E"/><endEvent id="E"/>
         <sequenceFlow id="F3" sourceRef="B" targetRef="E2"/><endEvent id="E2"/>`,
      ),
    ],
    [
      'what is in another one',
      around(
        `<subProcess id="Sub">${loop()}<startEvent id="S1"/><task id="A">${loop()}</task><sequenceFlow id="F3" sourceRef="S1" targetRef="A"/></subProcess>`,
      )
        .replaceAll('targetRef="A"/><subProcess', 'targetRef="Sub"/><subProcess')
        .replace('sourceRef="A" targetRef="E"', 'sourceRef="Sub" targetRef="E"'),
    ],
  ])('not %s', async (_title, xml) => {
    expect(await whole(xml)).not.toContain("continued?.at === 'A'");
  });
});

test('a number that only the run knows is still one for the body', async () => {
  const times = (count: string) =>
    `<scriptTask id="A" scriptFormat="groovy"><multiInstanceLoopCharacteristics><loopCardinality>${count}</loopCardinality></multiInstanceLoopCharacteristics><script>log(loopCounter)</script></scriptTask>`;
  expect(await emitted(times('${many}'))).toContain("forEach('A', vars.many, async (index: number) =>");
  const three = await emitted(times('${3}'));
  expect(three).toContain("forEach('A', 3, (index) =>");
  expect(three).not.toContain('slices');
});
