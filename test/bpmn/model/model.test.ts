import { around, definitions, read } from '../diagram';

test.each([
  ['bpmn', around('<task id="A"/>')],
  ['camunda8', around('<task id="A"><extensionElements><zeebe:properties/></extensionElements></task>')],
  ['camunda7', around('<task id="A" camunda:asyncBefore="true"/>')],
  ['flowable', around('<task id="A" flowable:async="true"/>')],
  [
    'signavio',
    around(
      '<task id="A"><extensionElements><s:meta xmlns:s="http://www.signavio.com"/></extensionElements></task>',
    ),
  ],
  ['camunda7', around('<task id="A" c:asyncBefore="true" xmlns:c="http://activiti.org/bpmn"/>')],
  [
    'camunda8',
    around('<task id="A"/>').replace(
      '<definitions',
      '<definitions xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="Camunda Cloud"',
    ),
  ],
])('dialect %s', (dialect, xml) => {
  expect(read(xml)).toMatchObject({ model: { dialect }, problems: [] });
});

test('the model is frozen through and through', () => {
  const { model } = read(around('<task id="A" name="x"/>'));
  const check = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    expect(Object.isFrozen(value)).toBe(true);
    Object.values(value).forEach(check);
  };
  expect(model).toBeDefined();
  check(model);
});

test('every executable pool is a process', () => {
  const process = (id: string) =>
    `<process id="${id}" isExecutable="true"><startEvent id="S${id}"/><sequenceFlow id="F${id}" sourceRef="S${id}" targetRef="E${id}"/><endEvent id="E${id}"/></process>`;
  const { model } = read(
    definitions(
      `<collaboration id="C"><participant id="PA" processRef="A"/><participant id="PB" processRef="B"/><participant id="PC"/></collaboration>${process('A')}${process('B')}`,
    ),
  );
  expect(model?.processes.map(({ id }) => id)).toEqual(['A', 'B']);
});

test('layout changes nothing', () => {
  const plain = around('<task id="A"/>');
  const layout =
    '<d:BPMNDiagram xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI" id="D"><d:BPMNPlane id="P"/></d:BPMNDiagram>';
  expect(read(plain.replace('</definitions>', `${layout}</definitions>`)).model).toEqual(read(plain).model);
});

test('flows keep the order of the file', () => {
  const xml = around('<task id="A"/>');
  const moved = xml.replace(/(<sequenceFlow id="F1"[^>]*>)(.*)(<sequenceFlow id="F2"[^>]*>)/, '$3$2$1');
  expect(read(xml).model?.processes[0]?.flows.map(({ id }) => id)).toEqual(['F1', 'F2']);
  expect(read(moved).model?.processes[0]?.flows.map(({ id }) => id)).toEqual(['F2', 'F1']);
});
