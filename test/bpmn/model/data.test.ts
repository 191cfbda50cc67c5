import { around, node, process, read } from '../diagram';

/** A task with a data input and output, and these associations. */
const task = (associations: string, names = { input: 'name="whole"', output: 'name="result"' }) =>
  around(
    `<dataObject id="D" name="Order lines"/><dataObjectReference id="R" dataObjectRef="D"/>
    <manualTask id="A"><ioSpecification><dataInput id="I" ${names.input}/><dataOutput id="O" ${names.output}/>
    <inputSet><dataInputRefs>I</dataInputRefs></inputSet><outputSet><dataOutputRefs>O</dataOutputRefs></outputSet>
    </ioSpecification>${associations}</manualTask>`,
  );
const into = (more = '') =>
  `<dataInputAssociation><sourceRef>R</sourceRef><targetRef>I</targetRef>${more}</dataInputAssociation>`;
const outOf = (more = '') =>
  `<dataOutputAssociation><sourceRef>O</sourceRef><targetRef>R</targetRef>${more}</dataOutputAssociation>`;
const assign = (from: string, to: string) => `<assignment><from>${from}</from><to>${to}</to></assignment>`;

test('associations are mappings between variables', () => {
  expect(node(task(into() + outOf()))).toMatchObject({
    inputs: [{ target: 'whole', source: { language: 'variable', name: 'orderLines' } }],
    outputs: [{ target: 'orderLines', source: { language: 'variable', name: 'result' } }],
  });
});

test('data inputs and outputs without a name are called as what they are tied to', () => {
  expect(node(task(into() + outOf(), { input: '', output: '' }))).toMatchObject({
    inputs: [{ target: 'orderLines', source: { name: 'orderLines' } }],
    outputs: [{ target: 'orderLines', source: { name: 'orderLines' } }],
  });
});

test('with a transformation', () => {
  expect(node(task(into('<transformation>count(orderLines)</transformation>')))).toMatchObject({
    inputs: [{ target: 'whole', source: { language: 'feel', text: 'count(orderLines)' } }],
  });
});

test.each([
  ['whole.size', 'whole.size'],
  ['${whole.size}', 'whole.size'],
  ['I', 'whole'],
  ["getDataInput('I')/size", 'whole.size'],
  ["getDataObject('D')/size", 'orderLines.size'],
])('with an assignment to %s', (to, target) => {
  expect(node(task(into(assign('1', to))))).toMatchObject({
    inputs: [{ target, source: { language: 'feel', text: '1' } }],
  });
});

test('an assignment to what is no variable', () => {
  expect(read(task(into(assign('1', 'a + b')))).problems).toEqual(['error assignment-target A']);
});

test('lines to an activity as a whole are drawings', () => {
  const xml = around(
    `<dataObject id="D"/><dataObjectReference id="R" dataObjectRef="D"/><task id="A">
    <property id="P" name="__targetRef_placeholder"/>
    <dataInputAssociation><sourceRef>R</sourceRef><targetRef>P</targetRef></dataInputAssociation>
    <dataOutputAssociation><targetRef>R</targetRef></dataOutputAssociation></task>`,
  );
  expect(read(xml).problems.filter((problem) => problem.startsWith('error'))).toEqual([]);
  const found = node(xml);
  expect(found).not.toHaveProperty('inputs');
  expect(found).not.toHaveProperty('outputs');
});

test('a data store is a variable, which is said', () => {
  const xml = task(into().replace('>R<', '>DS<')).replace(
    '<dataObject ',
    '<dataStoreReference id="DS" name="prices"/><dataObject ',
  );
  expect(read(xml).problems).toEqual(['warning data-store-variable DS']);
  expect(node(xml)).toMatchObject({ inputs: [{ target: 'whole', source: { name: 'prices' } }] });
});

test('properties and data objects are variables of the sub-process that has them', () => {
  const xml = process(
    `<property id="p"/><startEvent id="S"/><sequenceFlow id="F" sourceRef="S" targetRef="A"/>
    <subProcess id="A"><property id="q" name="q"/><dataObject id="D" name="draft note"/><startEvent id="S2"/></subProcess>`,
  );
  expect(node(xml)).toMatchObject({ scope: { declares: ['q', 'draftNote'] } });
  expect(read(xml).model?.processes[0]).not.toHaveProperty('declares');
});

test('for the engines of Camunda and Flowable data objects are drawings', () => {
  const xml = task(into() + outOf()).replace('<manualTask ', '<manualTask camunda:asyncBefore="true" ');
  expect(node(xml)).not.toHaveProperty('inputs');
  expect(read(xml).problems).toEqual([]);
});

const start = (more = '') =>
  process(
    `<dataObject id="D" name="order"/><startEvent id="S"><dataOutput id="O" name="given"/>
    <dataOutputAssociation><sourceRef>O</sourceRef><targetRef>D</targetRef>${more}</dataOutputAssociation>
    <outputSet><dataOutputRefs>O</dataOutputRefs></outputSet></startEvent>`,
  );

test('the data of a start event are the variables that a run is given', () => {
  expect(read(start()).problems.filter((problem) => problem.startsWith('error'))).toEqual([]);
  expect(read(start('<transformation>given.order</transformation>')).problems).toContain(
    'error element-not-supported S',
  );
});
