import { around, node, read } from '../diagram';

const adHoc = (inner: string, attributes = '') =>
  around(`<adHocSubProcess id="A" ${attributes}>${inner}<task id="T"/></adHocSubProcess>`);
const zeebe = (attributes: string) => `<extensionElements><zeebe:adHoc ${attributes}/></extensionElements>`;

test.each<[string, string, object]>([
  ['all begin', adHoc(''), { sequential: false, cancelRemaining: true, start: 'all' }],
  ['in order', adHoc('', 'ordering="Sequential"'), { sequential: true }],
  ['what is under way is awaited', adHoc('', 'cancelRemainingInstances="false"'), { cancelRemaining: false }],
  ['people begin where there is a performer', adHoc('<potentialOwner id="P"/>'), { start: 'none' }],
  [
    'people begin where a condition ends it',
    adHoc('<completionCondition>=done</completionCondition>'),
    { start: 'none', completionCondition: { language: 'feel', text: 'done' } },
  ],
  [
    'a list says what begins',
    adHoc(`${zeebe('activeElementsCollection="=chosen"')}<completionCondition>=done</completionCondition>`),
    { start: { language: 'feel', text: 'chosen' } },
  ],
])('%s', (_name, xml, expected) => {
  expect(node(xml)).toMatchObject({ kind: 'subProcess', adHoc: expected });
});

test('half of what collects results stops the compile, and so do parts that nobody knows', () => {
  expect(read(adHoc(zeebe('outputCollection="results"'))).problems).toEqual(['error mapping-incomplete A']);
  expect(read(adHoc(zeebe('outputQueue="results"'))).problems).toEqual(['error attribute-not-supported A']);
});
