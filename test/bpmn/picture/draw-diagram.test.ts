import { drawDiagram } from '../../../src/bpmn/picture/draw-diagram';

test('draws what is named, conditional and repeated, and takes names as text', async () => {
  const svg = await drawDiagram(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
    xmlns:di="http://www.omg.org/spec/DD/20100524/DI" targetNamespace="t">
    <process id="P">
      <userTask id="Ask" name="Ask &lt;b&gt;ann&lt;/b&gt;"><multiInstanceLoopCharacteristics isSequential="true" /></userTask>
      <endEvent id="End" name="Done" />
      <sequenceFlow id="Flow" name="yes" sourceRef="Ask" targetRef="End" />
    </process>
    <bpmndi:BPMNDiagram id="D"><bpmndi:BPMNPlane id="Plane" bpmnElement="P">
      <bpmndi:BPMNShape id="S1" bpmnElement="Ask"><dc:Bounds x="0" y="0" width="100" height="80" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="S2" bpmnElement="End"><dc:Bounds x="150" y="22" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="E1" bpmnElement="Flow"><di:waypoint x="100" y="40" /><di:waypoint x="150" y="40" /></bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
  </definitions>`);
  expect(svg).toContain('viewBox="-20 -20 226 120"');
  expect(svg).toContain('&lt;b&gt;ann&lt;/b&gt;');
  for (const id of ['Ask', 'End', 'Flow']) expect(svg).toContain(`<g id="${id}">`);
  for (const label of ['Done', 'yes']) expect(svg).toContain(`>${label}</text>`);
});

test('a diagram without a layout has no picture', async () => {
  const bare = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t" />';
  expect(await drawDiagram(bare)).toBeUndefined();
});
