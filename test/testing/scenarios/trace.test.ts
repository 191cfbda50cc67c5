import { diagramGraph } from '../../../src/bpmn/diagram-graph';
import { coverageOf } from '../../../src/testing/scenarios/coverage/coverage';
import { coverageSvg } from '../../../src/testing/scenarios/coverage/svg';
import { hasPassed, isPath } from '../../../src/testing/scenarios/run/order';
import { traceOf } from '../../../src/testing/scenarios/run/trace';

const flow = (id: string, source: string, target: string) =>
  `<sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}" />`;

/** Start → fork → (A → B | race of Message and Timer) → join → End; C is never reached. */
const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" targetNamespace="t">
<process id="P" isExecutable="true">
  <startEvent id="Start" /><parallelGateway id="Fork" /><task id="A" /><task id="B" name="Second &lt;one&gt;" /><task id="C" />
  <eventBasedGateway id="Race" /><intermediateCatchEvent id="Message" /><intermediateCatchEvent id="Timer" />
  <exclusiveGateway id="Merge" /><parallelGateway id="Join" /><endEvent id="End" />
  ${flow('f1', 'Start', 'Fork')}${flow('f2', 'Fork', 'A')}${flow('f3', 'A', 'B')}${flow('f4', 'B', 'Join')}
  ${flow('f5', 'Fork', 'Race')}${flow('f6', 'Race', 'Message')}${flow('f7', 'Race', 'Timer')}
  ${flow('f8', 'Message', 'Merge')}${flow('f9', 'Timer', 'Merge')}${flow('f10', 'Merge', 'Join')}${flow('f11', 'Join', 'End')}
</process>
<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="P">
  <bpmndi:BPMNShape bpmnElement="B"><dc:Bounds x="10" y="20" width="100" height="80" /></bpmndi:BPMNShape>
  <bpmndi:BPMNEdge bpmnElement="f3"><di:waypoint x="0" y="60" /><di:waypoint x="10" y="60" /></bpmndi:BPMNEdge>
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</definitions>`;
const graph = diagramGraph({ file: 'p.bpmn', xml });

/** As a run records it: no start, gateways, and flows out of the race. */
const recorded = ['f1', 'f2', 'A', 'f5', 'f3', 'B', 'f4', 'Message', 'f8', 'f10', 'f11', 'End'];
const trace = traceOf(recorded, graph);

test('what the run does not record follows from the flows', () => {
  const ids = trace.events.map(({ id }) => id);
  expect(ids.filter((id) => !id.startsWith('f'))).toEqual([
    ...['Start', 'Fork', 'A', 'Race', 'B', 'Message', 'Merge', 'Join', 'End'],
  ]);
  expect(ids).toContain('f6');
  expect(ids).not.toContain('f7');
  expect(trace.held.size).toBe(0);
});

test('tokens wait at a race, with the events behind it, and at a join', () => {
  const waiting = traceOf(recorded.slice(0, 7), graph);
  expect([...waiting.held].sort()).toEqual(['Join', 'Message', 'Race', 'Timer']);
});

test.each([
  [['Start', 'Fork', 'A', 'B', 'Race', 'Message', 'Merge', 'Join', 'End'], true],
  [['Start', 'Fork', 'Race', 'Message', 'Merge', 'A', 'B', 'Join', 'End'], true],
  [['A', 'Message', 'B'], true],
  [['Message', 'A', 'B', 'End'], true],
  [['B', 'A', 'Message', 'End'], false],
  [['A', 'B', 'End', 'Message'], false],
  [['A', 'B', 'End'], false],
  [['A', 'B', 'B', 'Message'], false],
  [['Start', 'Fork', 'Join', 'A', 'B', 'Race', 'Message', 'Merge', 'End'], false],
])('path %j: %s', (path, fits) => {
  expect(isPath(trace, path)).toBe(fits);
});

test.each([
  [['Start', 'B', 'End'], true],
  [['Message', 'B', 'End'], true],
  [['B', 'A'], false],
  [['End', 'A'], false],
  [['Timer'], false],
])('passed %j: %s', (ids, fits) => {
  expect(hasPassed(trace, ids)).toBe(fits);
});

test('steps of code written by hand come one after the other', () => {
  const byHand = traceOf(['one', 'two', 'one'], undefined);
  expect(isPath(byHand, ['one', 'two', 'one'])).toBe(true);
  expect(isPath(byHand, ['one', 'one', 'two'])).toBe(false);
  expect(hasPassed(byHand, ['two', 'one'])).toBe(true);
});

test('coverage counts elements and flows, and the drawing marks what was missed', async () => {
  const covered = new Set(trace.events.map(({ id }) => id));
  const { processes } = coverageOf('p.bpmn', graph, covered);
  expect(processes).toEqual([
    {
      process: 'P',
      elements: { reached: 9, total: 11, missed: ['C', 'Timer'] },
      flows: { reached: 9, total: 11, missed: ['f7', 'f9'] },
    },
  ]);
  const svg = await coverageSvg(xml, new Set(['f3']));
  expect(svg).toContain('<title>Second &lt;one&gt; (B)</title><rect x="10" y="20"');
  const [, missed] =
    /<g id="f3" class="([^"]+)"><title>f3: never reached<\/title><polyline points="0,60 10,60"/.exec(
      svg ?? '',
    ) ?? [];
  expect(svg).toMatch(new RegExp(`\\.${missed} \\.flow {[^}]*stroke-dasharray`));
  const bare = xml.replace(/<bpmndi:BPMNDiagram>[^]*<\/bpmndi:BPMNDiagram>/, '');
  expect(await coverageSvg(bare, new Set())).toBeUndefined();
});

/** Start → A (with a listener) → throwing link ⇢ catching link → End; an event sub-process handles what happens beside. */
const links = diagramGraph({
  file: 'l.bpmn',
  xml: `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="P" isExecutable="true">
  <startEvent id="Start" /><task id="A" /><intermediateThrowEvent id="To"><linkEventDefinition name="x" /></intermediateThrowEvent>
  <intermediateCatchEvent id="From"><linkEventDefinition name="x" /></intermediateCatchEvent><endEvent id="End" />
  ${flow('f1', 'Start', 'A')}${flow('f2', 'A', 'To')}${flow('f3', 'From', 'End')}
  <subProcess id="Beside" triggeredByEvent="true"><startEvent id="Happens" /></subProcess>
</process></definitions>`,
});

test.each([
  [['A', 'To', 'From', 'End'], true],
  [['A', 'From', 'To', 'End'], false],
  // Only who speaks of listeners, or of events that start something, has to name them all.
  [['A', 'Happens', 'To', 'From', 'End'], true],
  [['A', 'A:end', 'To', 'From', 'End'], true],
  [['A', 'A:start', 'To', 'From', 'End'], false],
  [['Start', 'A', 'To', 'From', 'End'], true],
])('links, listeners and event sub-processes: path %j: %s', (path, fits) => {
  const went = ['f1', 'A', 'A:end', 'Happens', 'f2', 'To', 'To:link', 'From', 'f3', 'End'];
  expect(isPath(traceOf(went, links), path)).toBe(fits);
});
