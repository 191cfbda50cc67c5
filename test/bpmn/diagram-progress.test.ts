import { diagramProgress, drawProgress } from '../../src/bpmn/diagram-progress';
import type { Progress } from '../../src/shared/wire';
import { progressText } from '../../src/cli/print-progress';

const shape = (id: string, x: number) =>
  `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="0" width="40" height="40"/></bpmndi:BPMNShape>`;
const edge = (id: string) =>
  `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="0" y="20"/><di:waypoint x="9" y="20"/></bpmndi:BPMNEdge>`;
const xmlWith = (layout: string) => `<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" targetNamespace="x">
  <process id="Order" isExecutable="true">
    <startEvent id="Start"/><task id="Check" name="Check &lt;it&gt;"/><exclusiveGateway id="Fine" default="No"/>
    <userTask id="Approve"/><endEvent id="End"/>
    <sequenceFlow id="First" sourceRef="Start" targetRef="Check"/>
    <sequenceFlow id="Checked" sourceRef="Check" targetRef="Fine"/>
    <sequenceFlow id="Yes" name="fine" sourceRef="Fine" targetRef="Approve"><conditionExpression>=fine</conditionExpression></sequenceFlow>
    <sequenceFlow id="No" sourceRef="Fine" targetRef="Check"/>
    <sequenceFlow id="Approved" sourceRef="Approve" targetRef="End"/>
  </process>
  <process id="Other" isExecutable="true">
    <startEvent id="Start2"/><exclusiveGateway id="G2"/><endEvent id="End2"/>
    <sequenceFlow id="Other1" sourceRef="Start2" targetRef="G2"/><sequenceFlow id="Other2" sourceRef="G2" targetRef="End2"/>
  </process>
  <bpmndi:BPMNDiagram id="D"><bpmndi:BPMNPlane id="P" bpmnElement="Order">${layout}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</definitions>`;
const LAYOUT = [
  ...['Start', 'Check', 'Fine', 'Approve', 'End', 'Start2'].map((id, i) => shape(id, i * 60)),
  ...['First', 'Checked', 'Yes', 'No', 'Approved', 'Other1'].map(edge),
].join('');

const at = (second: number) => `2030-01-01T00:00:0${second}.000Z`;
const counts = { completed: 0, cancelled: 0, failed: 0 };
const progress: Progress = {
  elements: {
    Approve: { ...counts, entered: 1, firstEnteredAt: at(5), lastChangedAt: at(5) },
    Check: { ...counts, entered: 2, completed: 2, firstEnteredAt: at(1), lastChangedAt: at(4) },
  },
  path: ['Check', 'Check', 'Approve'],
  active: ['Approve'],
  incidents: [],
};
const found = diagramProgress({ file: 'order.bpmn', xml: xmlWith(LAYOUT) }, 'Order', progress);

test('elements in their order with counts and times, and the flows that were taken, of one pool', () => {
  expect(found.elements).toEqual([
    { id: 'Check', name: 'Check <it>', kind: 'task', state: 'past', ...progress.elements['Check'] },
    { id: 'Approve', kind: 'userTask', state: 'active', ...progress.elements['Approve'] },
  ]);
  expect(found.flows.map(({ id, taken, isUnsure }) => [id, taken, isUnsure])).toEqual([
    ['First', 1, false],
    ['Checked', 2, false],
    ['Yes', 1, false],
    ['No', 1, false],
  ]);
});

test('the picture tells what is past, where the run is, and what was never reached', async () => {
  const svg = (await drawProgress(xmlWith(LAYOUT), found)) ?? '';
  const colourOf = (id: string) => {
    const [, look] = new RegExp(`<g id="${id}" class="([^"]+)">`).exec(svg) ?? [];
    return new RegExp(`\\.${look} \\.flow { stroke: (#\\w+);`).exec(svg)?.[1];
  };
  // Start and gateway are not recorded, but a flow comes from them.
  expect(['Start', 'Check', 'Fine', 'Approve', 'Yes'].map(colourOf)).toEqual([
    '#2e7d32',
    '#2e7d32',
    '#2e7d32',
    '#1565c0',
    '#2e7d32',
  ]);
  // Another pool is another run's.
  expect(['End', 'Approved', 'Start2'].map(colourOf)).toEqual(['#9e9e9e', '#9e9e9e', '#9e9e9e']);
  expect(svg).toContain('<title>Check &lt;it&gt; (Check): entered 2 times, completed 2 times</title>');
  expect(await drawProgress(xmlWith(''), found)).toBeUndefined();
});

test('an element with an incident', () => {
  const { elements } = diagramProgress({ file: 'order.bpmn', xml: xmlWith('') }, 'Order', {
    ...progress,
    incidents: ['Approve'],
  });
  expect(elements.map(({ id, state }) => [id, state])).toEqual([
    ['Check', 'past'],
    ['Approve', 'incident'],
  ]);
});

test('as text', () => {
  const text = progressText({
    ...found,
    run: 'order/17',
    process: 'order',
    status: 'RUNNING',
    diagram: 'order.bpmn',
  });
  expect(text).toBe(`order/17: order, running; order.bpmn

ELEMENT  NAME        STATE   ENTERED  COMPLETED  FIRST                     LAST
Check    Check <it>          2        2          2030-01-01T00:00:01.000Z  2030-01-01T00:00:04.000Z
Approve              active  1                   2030-01-01T00:00:05.000Z  2030-01-01T00:00:05.000Z

FLOW     NAME  FROM   TO       TAKEN
First          Start  Check    1
Checked        Check  Fine     2
Yes      fine  Fine   Approve  1
No             Fine   Check    1`);
});
