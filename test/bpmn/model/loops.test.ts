import { around, node, read } from '../diagram';

const task = (loop: string) => around(`<task id="A">${loop}</task>`);

describe('standard loops', () => {
  const looped = (attributes: string, condition = '<loopCondition>=more</loopCondition>') =>
    task(`<standardLoopCharacteristics ${attributes}>${condition}</standardLoopCharacteristics>`);

  test.each<[string, string, object]>([
    [
      'asks after each turn',
      looped(''),
      { testBefore: false, condition: { language: 'feel', text: 'more' } },
    ],
    ['asks before', looped('testBefore="true"'), { testBefore: true }],
    ['has a maximum', looped('loopMaximum=" 3 "'), { maximum: 3 }],
    ['has only a maximum', looped('loopMaximum="0"', ''), { maximum: 0 }],
  ])('%s', (_name, xml, loop) => {
    expect(node(xml)).toMatchObject({ loop: { kind: 'standard', ...loop } });
  });

  test.each([
    ['a maximum that is no whole number', looped('loopMaximum="2.5"'), 'error attribute-invalid A'],
    ['a maximum below 0', looped('loopMaximum="-1"'), 'error loop-count A'],
    ['an attribute that nobody knows', looped('camunda:pause="PT1S"'), 'error attribute-not-supported A'],
  ])('%s', (_name, xml, problem) => {
    expect(read(xml).problems).toContain(problem);
  });

  test('a condition that is text names the activity', () => {
    const { diagnostics } = read(
      looped('', '<loopCondition>more</loopCondition>').replace('<task', '<task camunda:asyncBefore="true"'),
    );
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'The condition "more" of the task A is plain text, not an expression.',
    ]);
  });
});

describe('multi-instances', () => {
  const several = (inner: string, attributes = '') =>
    `<multiInstanceLoopCharacteristics ${attributes}>${inner}</multiInstanceLoopCharacteristics>`;
  const zeebe = (attributes: string) =>
    several(`<extensionElements><zeebe:loopCharacteristics ${attributes}/></extensionElements>`);
  const items = { language: 'variable', name: 'items' };
  const data = '<dataObject id="D1" name="items" isCollection="true"/><dataObject id="D2" name="results"/>';

  test.each<[string, string, object]>([
    [
      'a number',
      task(several('<loopCardinality>3</loopCardinality>', 'isSequential="true"')),
      { sequential: true, cardinality: { text: '3' }, counter: 'loopCounter', counterBegins: 1 },
    ],
    [
      'a number in an engine',
      task(several('<loopCardinality>3</loopCardinality>', 'camunda:exclusive="false"')),
      { sequential: false, cardinality: { language: 'literal', text: '3' }, counterBegins: 0 },
    ],
    [
      'a variable of Camunda 7',
      task(several('', 'camunda:collection="items" camunda:elementVariable="item"')),
      { collection: items, item: 'item' },
    ],
    [
      'an expression of Flowable',
      task(several('', 'flowable:collection="${order.items}" flowable:elementIndexVariable="i"')),
      { collection: { language: 'juel', text: '${order.items}' }, counter: 'i', counterBegins: 0 },
    ],
    [
      'collections of Camunda 8',
      task(
        zeebe(
          'inputCollection="=items" inputElement="item" outputCollection="results" outputElement="=item.id"',
        ),
      ),
      {
        collection: { language: 'feel', text: 'items' },
        item: 'item',
        output: { collection: 'results', element: { language: 'feel', text: 'item.id' } },
      },
    ],
    [
      'data objects',
      task(
        several(
          '<loopDataInputRef>D1</loopDataInputRef><loopDataOutputRef>D2</loopDataOutputRef>' +
            '<inputDataItem id="I" name="item"/><outputDataItem id="O" name="result"/>',
        ),
      ).replace('<startEvent', `${data}<startEvent`),
      {
        collection: items,
        item: 'item',
        output: { collection: 'results', element: { language: 'variable', name: 'result' } },
      },
    ],
    [
      'data inputs stand for what is tied to them',
      around(
        '<task id="A"><ioSpecification><dataInput id="In" name="all" isCollection="true"/><inputSet><dataInputRefs>In</dataInputRefs></inputSet><outputSet/></ioSpecification>' +
          '<dataInputAssociation id="DA"><sourceRef>D1</sourceRef><targetRef>In</targetRef></dataInputAssociation>' +
          `${several('<loopDataInputRef>In</loopDataInputRef><inputDataItem id="I" name="item"/>')}</task>`,
      ).replace('<startEvent', `${data}<startEvent`),
      { collection: items, item: 'item' },
    ],
    [
      'some at a time',
      around(
        `<task id="A"><extensionElements><zeebe:properties><zeebe:property name="baton.concurrency" value="5"/></zeebe:properties></extensionElements>${several('<loopCardinality>=9</loopCardinality>')}</task>`,
      ),
      { concurrency: 5 },
    ],
    [
      'a condition',
      task(several('<loopCardinality>3</loopCardinality><completionCondition>=enough</completionCondition>')),
      { completionCondition: { language: 'feel', text: 'enough' } },
    ],
  ])('%s', (_name, xml, loop) => {
    expect(node(xml)).toMatchObject({ loop: { kind: 'multiInstance', ...loop } });
  });

  test.each([
    [
      'a cardinality that is no whole number',
      several('<loopCardinality>=1.5</loopCardinality>'),
      'error loop-count A',
    ],
    [
      'a concurrency that is none',
      several(
        '<extensionElements><camunda:properties><camunda:property name="baton.concurrency" value="0"/></camunda:properties></extensionElements><loopCardinality>${n}</loopCardinality>',
      ),
      'error concurrency-invalid A',
    ],
    ['no text for a number', several('<loopCardinality> </loopCardinality>'), 'error expression-empty A'],
    [
      'an extension that nobody knows',
      zeebe('inputCollection="=items" batch="3"'),
      'error attribute-not-supported A',
    ],
  ])('%s', (_name, loop, problem) => {
    expect(read(task(loop)).problems).toContain(problem);
  });

  const thrown = (attributes: string, inner = '') =>
    around(
      `<task id="A">${several(`<loopCardinality>3</loopCardinality>${inner}`, attributes)}</task>` +
        `<boundaryEvent id="B" attachedToRef="A"><errorEventDefinition errorRef="Err"/></boundaryEvent>` +
        '<sequenceFlow id="F3" sourceRef="B" targetRef="E2"/><endEvent id="E2"/>',
    ).replace(
      '<process',
      '<error id="Err" errorCode="X"/><errorEventDefinition id="Def" errorRef="Err"/><process',
    );
  const complex =
    '<complexBehaviorDefinition><condition>=enough</condition><event><errorEventDefinition errorRef="Err"/></event></complexBehaviorDefinition>';

  test.each<[string, string, readonly object[]]>([
    [
      'None throws after each',
      thrown('behavior="None" noneBehaviorEventRef="Def"'),
      [{ on: 'each', event: 'B' }],
    ],
    [
      'One throws after the first',
      thrown('behavior="One" oneBehaviorEventRef="Def"'),
      [{ on: 'first', event: 'B' }],
    ],
    ['All throws never', thrown('behavior="All" noneBehaviorEventRef="Def"'), []],
    [
      'Complex throws when its condition holds',
      thrown('behavior="Complex"', complex),
      [{ on: { text: 'enough' }, event: 'B' }],
    ],
    [
      'Complex without a catcher ends it all the same',
      task(several(`<loopCardinality>3</loopCardinality>${complex}`, 'behavior="Complex"')).replace(
        '<process',
        '<error id="Err"/><process',
      ),
      [{ on: { text: 'enough' } }],
    ],
  ])('%s', (_name, xml, throws) => {
    expect(node(xml)).toMatchObject({ loop: { throws } });
  });

  test('what instances throw does not interrupt them', () => {
    const xml = thrown('behavior="None" noneBehaviorEventRef="Def"');
    expect(read(xml).problems).toContain('warning implicit-throw-interrupting B');
  });
});
