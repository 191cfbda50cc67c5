import type { XmlDocument, XmlElement } from '../../../src/bpmn/1-parse/xml-element';
import { descendants } from '../../../src/bpmn/1-parse/xml-element';
import { parse } from '../../../src/bpmn/1-parse/parse';
import { createReporter } from '../../../src/bpmn/diagnostics/reporter';
import { createSource } from '../../../src/bpmn/diagnostics/source';
import { definitions, process, read } from '../diagram';

function document(xml: string): XmlDocument {
  const source = createSource('f', xml);
  const reporter = createReporter(source, { strict: true });
  const parsed = parse(source, reporter);
  if (!parsed) throw new Error(JSON.stringify(reporter.diagnostics()));
  return parsed;
}

function find(parsed: XmlDocument, name: string): XmlElement {
  for (const element of descendants(parsed.root)) if (element.name === name) return element;
  throw new Error(`no ${name}`);
}

/** The text that a place stands for. */
function written(parsed: XmlDocument, place: { position: { offset: number; length: number } }): string {
  const { offset, length } = place.position;
  return parsed.source.text.slice(offset, offset + length);
}

const flow = `<!-- < > --><?note <x> ?><startEvent
  id="S" name='a > b'/><task id="T"/><sequenceFlow id="F" sourceRef="S" targetRef="T">
  <conditionExpression
     xsi:type="tFormalExpression"  language="feel" >  a &lt; b <![CDATA[ and c < d ]]> </conditionExpression></sequenceFlow>`;

test.each([
  ['as written', (xml: string) => xml],
  ['with CRLF', (xml: string) => xml.replaceAll('\n', '\r\n')],
  ['in one line', (xml: string) => xml.replaceAll('\n', ' ')],
  ['with a byte order mark', (xml: string) => `\uFEFF${xml}`],
  ['with white space around =', (xml: string) => xml.replace(/(?<=\w)=(?=["'])/g, ' =\n ')],
  ['with a declaration', (xml: string) => `<?xml version="1.0" encoding="utf-8"?>\n${xml}`],
])('every element knows where it stands, %s', (_name, change) => {
  const parsed = document(change(process(flow)));
  for (const element of descendants(parsed.root)) {
    const tag = written(parsed, parsed.place.of(element));
    expect(tag).toMatch(new RegExp(`^<${element.originalName}[\\s/>]`));
    expect(tag.endsWith('>')).toBe(true);
  }
  const condition = find(parsed, 'bpmn:conditionExpression');
  expect(written(parsed, parsed.place.attribute(condition, 'language'))).toBe('feel');
  expect(written(parsed, parsed.place.text(condition))).toBe('a &lt; b <![CDATA[ and c < d');
  expect(condition.text).toBe('a < b  and c < d');
  expect(written(parsed, parsed.place.attribute(find(parsed, 'bpmn:startEvent'), 'name'))).toBe('a > b');
});

test('names follow namespaces, not prefixes', () => {
  const xml =
    '<x:definitions xmlns:x="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmn="http://elsewhere" xmlns:camunda="http://activiti.org/bpmn">' +
    '<x:process id="P" bpmn:x="1"><x:task id="T" camunda:assignee="a"><x:extensionElements><y:z xmlns:y="http://camunda.org/schema/zeebe/1.0"/></x:extensionElements></x:task></x:process></x:definitions>';
  const parsed = document(xml);
  expect([...descendants(parsed.root)].map(({ name }) => name)).toEqual([
    'bpmn:definitions',
    'bpmn:process',
    'bpmn:task',
    'bpmn:extensionElements',
    'zeebe:z',
  ]);
  expect([...find(parsed, 'bpmn:task').attributes.keys()]).toEqual(['id', 'camunda:assignee']);
});

test('elements have the types of the metamodel', () => {
  const parsed = document(process(flow));
  expect(find(parsed, 'bpmn:sequenceFlow').type).toBe('bpmn:SequenceFlow');
  expect(find(parsed, 'bpmn:conditionExpression').type).toBe('bpmn:FormalExpression');
  expect(parsed.isA('bpmn:UserTask', 'bpmn:Activity')).toBe(true);
  expect(parsed.isA('bpmn:StartEvent', 'bpmn:Activity')).toBe(false);
});

test('character references and the predefined entities are decoded, line breaks normalised', () => {
  const parsed = document(
    process(
      '<task id="T" name="&lt;&#65;&#x42;&amp;&#128512;&#10;x\r\n\ty"/><textAnnotation id="A"><text>a\r\nb&quot;</text></textAnnotation>',
    ),
  );
  expect(find(parsed, 'bpmn:task').attributes.get('name')).toBe('<AB&😀\nx  y');
  expect(find(parsed, 'bpmn:text').text).toBe('a\nb"');
});

test('ids may have letters of any language', () => {
  const parsed = document(process('<task id="Größe_prüfen"/><task id="注文"/>'));
  expect([...parsed.ids.keys()]).toEqual(['Definitions_1', 'Process_1', 'Größe_prüfen', '注文']);
});

test('references by qualified name lead into the file; those to schema types are fine', () => {
  const xml = (message: string, type: string) =>
    definitions(
      `<message id="M"/><process id="P"><sendTask id="T" messageRef="${message}"/><dataObject id="D" itemSubjectRef="${type}"/></process>`,
      'xmlns:tns="http://example.com" xmlns:other="http://other" xmlns:xsd="http://www.w3.org/2001/XMLSchema"',
    );
  expect(read(xml('tns:M', 'xsd:string')).problems).toEqual(['error not-executable Definitions_1']);
  expect(read(xml('other:M', 'other:string')).problems).toEqual([
    'error not-executable Definitions_1',
    'error reference-unresolved T',
    'warning reference-without-effect D',
  ]);
});
