import { parametersIn } from '../../../src/bpmn/2-model/ad-hoc-parameters';

const position = { offset: 0, length: 0, line: 1, column: 1 };

function read(source: string) {
  return parametersIn(source, position).map((one) =>
    Object.fromEntries(Object.entries(one).map(([key, { language, text }]) => [key, `${language} ${text}`])),
  );
}

test.each([
  ['=toolCall.city', []],
  [
    '=fromAi(toolCall.city, "Which \\"city\\", please")',
    [{ name: 'literal city', description: 'literal Which "city", please' }],
  ],
  [
    '={ a: fromAi(toolCall.a, "First", "number"), b: [fromAi(b)] }',
    [{ name: 'literal a', description: 'literal First', type: 'literal number' }, { name: 'literal b' }],
  ],
  [
    '=fromAi(value: toolCall.kind, type: "string", schema: { enum: ["a", "b"] }, description: null)',
    [{ name: 'literal kind', type: 'literal string', schema: 'feel { enum: ["a", "b"] }' }],
  ],
])('what a worker is to choose in %s', (source, expected) => {
  expect(read(source)).toEqual(expected);
});
