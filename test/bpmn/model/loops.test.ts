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
    ['a maximum below 0', looped('loopMaximum="-1"'), 'error loop-negative A'],
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
