import { around, definitions, process, read } from '../diagram';

const bomb =
  '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;&lol;">' +
  `<!ENTITY lol2 "&lol1;&lol1;&lol1;">]>${process('<task id="T" name="&lol2;"/>')}`;

test.each([
  ['an empty file', '', 'xml-empty'],
  ['only white space', ' \r\n\t', 'xml-empty'],
  ['only a declaration', '<?xml version="1.0"?>', 'xml-invalid'],
  ['text', 'hello world', 'xml-invalid'],
  ['JSON', '{"a": "<b>"}', 'xml-invalid'],
  ['a page', '<!-- x --><html><body>404</body></html>', 'not-bpmn'],
  ['DMN', '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>', 'not-bpmn'],
  ['definitions without namespace', '<definitions/>', 'not-bpmn'],
  ['an entity bomb', bomb, 'xml-doctype'],
  ['an external entity', `<!DOCTYPE x SYSTEM "file:///etc/passwd">${process('')}`, 'xml-doctype'],
  ['an undefined entity', process('<task id="T" name="&nbsp;"/>'), 'xml-invalid'],
  ['a lone ampersand', process('<textAnnotation><text>a && b</text></textAnnotation>'), 'xml-invalid'],
  ['a truncated tag', process('<task id="T"').slice(0, -23), 'xml-invalid'],
  ['unclosed elements', definitions('<process id="P">').slice(0, -14), 'xml-invalid'],
  ['elements that overlap', definitions('<process id="P"><task id="T"></process></task>'), 'xml-invalid'],
  ['an attribute twice', process('<task id="T" id="U"/>'), 'xml-invalid'],
  ['an attribute without quotes', process('<task id=T/>'), 'xml-invalid'],
  ['an unknown prefix', process('<x:task id="T"/>'), 'xml-invalid'],
  ['an unclosed comment', process('<!-- x'), 'xml-invalid'],
  ['an unclosed CDATA section', process('<textAnnotation><text><![CDATA[ x'), 'xml-invalid'],
  ['two roots', process('') + process(''), 'xml-invalid'],
  ['text after the root', `${process('')} x`, 'xml-invalid'],
  ['UTF-16 read as UTF-8', Buffer.from(process(''), 'utf16le').toString('utf8'), 'xml-damaged-text'],
  [
    'Latin-1 read as UTF-8',
    Buffer.from(
      `<?xml version="1.0" encoding="ISO-8859-1"?>${around('<task id="A" name="ü"/>')}`,
      'latin1',
    ).toString(),
    'xml-damaged-text',
  ],
  ['a control character', process('<task id="T" name="\u001B[31m"/>'), 'xml-invalid'],
  ['a reference to a control character', process('<task id="T" name="&#27;"/>'), 'xml-invalid'],
  [
    'a million levels',
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">' + '<a>'.repeat(1_000_000),
    'xml-too-deep',
  ],
])('%s', (_name, xml, code) => {
  const { model, diagnostics } = read(xml);
  expect(model).toBeUndefined();
  expect(diagnostics.map((one) => one.code)).toEqual([code]);
});

test('tells which element is still open', () => {
  const { diagnostics } = read(definitions('<process id="P"><task id="T"></process>'));
  expect(diagnostics[0]?.message).toBe('This is not well-formed XML: closing tag mismatch, <task> is open.');
});

test('an encoding that is not UTF-8 is a warning while the text is undamaged', () => {
  const { model, problems } = read(`<?xml version="1.0" encoding="ISO-8859-1"?>${around('<task id="A"/>')}`);
  expect(problems).toEqual(['warning xml-encoding -']);
  expect(model).toBeDefined();
});

test('a character that was lost is a warning where the file is UTF-8', () => {
  const { model, problems } = read(around('<task id="A" name="f\uFFFDr"/>'));
  expect(problems).toEqual(['warning xml-replaced-character -']);
  expect(model).toBeDefined();
});

test('thousands of problems: the first thousand, and how many more', () => {
  const { diagnostics } = read(process(`<startEvent id="S"/>${'<unknown/>'.repeat(20_000)}`));
  expect(diagnostics.filter(({ code }) => code === 'element-unknown')).toHaveLength(1_000);
  expect(diagnostics.at(-1)?.message).toBe('19000 more problems were found and left out.');
});

test('a file of 50 MB, all in one line, with more problems than anybody reads', () => {
  const filler = `<task id="T#" name="${'x'.repeat(60)}"><documentation>${'y'.repeat(300)}</documentation></task>`;
  let body = '<startEvent id="S"/><endEvent id="E"/>';
  const parts = Array.from({ length: 120_000 }, (_, i) => filler.replace('#', String(i)));
  body += parts.join('');
  const { model, diagnostics } = read(process(body));
  expect(process(body).length).toBeGreaterThan(50_000_000);
  expect(model).toBeDefined();
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(
    new Set(['flow-missing', 'too-many-problems']),
  );
});

test.each([
  ['flows of one element', (i: number) => `<sequenceFlow id="F${i}" sourceRef="S" targetRef="T"/>`],
  [
    'links',
    (i: number) =>
      `<intermediateThrowEvent id="A${i}"><linkEventDefinition name="${i}"/></intermediateThrowEvent><intermediateCatchEvent id="B${i}"><linkEventDefinition name="${i}"/></intermediateCatchEvent>`,
  ],
  [
    'close ids, and a reference that misses them',
    (i: number) => `<task id="T${i}"><incoming>Tx${i}</incoming></task>`,
  ],
  ['boundary events of one task', (i: number) => `<boundaryEvent id="B${i}" attachedToRef="T"/>`],
])('15,000 %s take no more than their share of time', (_name, element) => {
  const many = Array.from({ length: 15_000 }, (_, i) => element(i)).join('');
  const { diagnostics } = read(process(`<startEvent id="S"/><task id="T"/>${many}`));
  expect(diagnostics.length).toBeGreaterThan(0);
});
