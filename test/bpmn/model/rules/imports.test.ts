import { collectImports } from '../../../../src/bpmn/1-parse/imports';
import { process, read } from '../../diagram';
import { E, S, line } from './rule-cases';

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const OWN = 'http://example.com';
const importing = (location: string, namespace: string, type = BPMN) =>
  `<import importType="${type}" location="${location}" namespace="${namespace}"/>`;
const main = (before: string, inside = S + E + line('S', 'E')) =>
  process(inside).replace('<process', `${before}<process`);
/** Another file, with its own namespace and ids. */
const other = (namespace: string, id: string, before = '', inside = '') =>
  `<definitions xmlns="${BPMN}" targetNamespace="${namespace}">${before}<process id="${id}">${inside}</process></definitions>`;

function problems(xml: string, imports: Record<string, string> = {}): readonly string[] {
  return read(xml, { strict: true, imports: collectImports(xml, (path) => imports[path]) }).problems;
}

test('another file of another namespace', () => {
  expect(
    problems(main(importing('lib/b.bpmn', 'urn:b')), { 'lib/b.bpmn': other('urn:b', 'Process_1') }),
  ).toEqual([]);
});

test('a file that is not there, or is something else', () => {
  expect(problems(main(importing('b.bpmn', 'urn:b')))).toEqual(['error import-missing Definitions_1']);
  expect(problems(main(importing('b.bpmn', 'urn:b')), { 'b.bpmn': '<html/>' })).toEqual([
    'error import-missing Definitions_1',
  ]);
});

test('a file on the network is not read', () => {
  expect(problems(main(importing('https://example.com/b.bpmn', 'urn:b')))).toEqual([
    'warning import-unread Definitions_1',
  ]);
});

test('where nobody has looked for files, nothing is missing', () => {
  expect(read(main(importing('b.bpmn', 'urn:b')), { strict: true }).problems).toEqual([
    'warning import-unread Definitions_1',
  ]);
});

test('a file of the same namespace that cannot be read could hold the same ids', () => {
  expect(problems(main(importing('https://example.com/b.bpmn', OWN)))).toEqual([
    'error import-unchecked Definitions_1',
  ]);
});

test('the namespace is that of the file', () => {
  expect(problems(main(importing('b.bpmn', 'urn:b')), { 'b.bpmn': other('urn:c', 'X') })).toEqual([
    'error import-namespace Definitions_1',
  ]);
});

test('ids are unique in a namespace', () => {
  const imports = importing('b.bpmn', 'urn:b') + importing('c.bpmn', 'urn:b');
  expect(problems(main(importing('b.bpmn', OWN)), { 'b.bpmn': other(OWN, 'Else') })).toEqual([]);
  expect(problems(main(importing('b.bpmn', OWN)), { 'b.bpmn': other(OWN, 'Process_1') })).toEqual([
    'error import-id-duplicate Definitions_1',
  ]);
  expect(problems(main(imports), { 'b.bpmn': other('urn:b', 'X'), 'c.bpmn': other('urn:b', 'X') })).toEqual([
    'error import-id-duplicate Definitions_1',
  ]);
  expect(problems(main(imports), { 'b.bpmn': other('urn:b', 'X'), 'c.bpmn': other('urn:b', 'Y') })).toEqual(
    [],
  );
});

test('files are imported indirectly, and may import each other', () => {
  const xml = main(importing('lib/b.bpmn', 'urn:b'));
  const files = {
    'lib/b.bpmn': other('urn:b', 'X', importing('../main.bpmn', OWN) + importing('./c.bpmn', 'urn:c')),
    'lib/c.bpmn': other('urn:c', 'X', importing('b.bpmn', 'urn:b')),
    'main.bpmn': xml,
  };
  expect(Object.keys(collectImports(xml, (path) => files[path as keyof typeof files])).sort()).toEqual(
    Object.keys(files).sort(),
  );
  expect(problems(xml, files)).toEqual([]);
});

test('files that are not BPMN only have to be there', () => {
  const xml = main(importing('types.xsd', 'urn:t', 'http://www.w3.org/2001/XMLSchema'));
  expect(problems(xml, { 'types.xsd': '<schema/>' })).toEqual([]);
  expect(problems(xml)).toEqual(['error import-missing Definitions_1']);
});

test('references lead into imported files', () => {
  const xml = main(
    importing('b.bpmn', 'urn:b'),
    `${S}<callActivity id="A" calledElement="b:Waits"/>${E}${line('S', 'A', 'E')}`,
  ).replace('<definitions', '<definitions xmlns:b="urn:b"');
  const waits = other('urn:b', 'Waits', '', '<startEvent id="S"><messageEventDefinition/></startEvent>');
  expect(problems(xml, { 'b.bpmn': waits })).toContain('error called-process-start A');
  expect(problems(xml, { 'b.bpmn': other('urn:b', 'Waits') })).not.toContain('error called-process-start A');
});
