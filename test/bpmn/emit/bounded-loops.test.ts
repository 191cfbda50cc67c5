import { compile } from '../../../src/bpmn/compile';

/** A loop beside work that may have to be undone, so that it cannot go on in another run. */
const diagram = (
  fix: string,
) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
  <process id="P" isExecutable="true">
    <startEvent id="Start"/><sequenceFlow id="F1" sourceRef="Start" targetRef="Fork"/>
    <parallelGateway id="Fork"/>
    <sequenceFlow id="F2" sourceRef="Fork" targetRef="Pack"/><sequenceFlow id="F3" sourceRef="Fork" targetRef="Charge"/>
    <serviceTask id="Pack" implementation="pack"/>
    <serviceTask id="Charge" implementation="charge"/>
    <boundaryEvent id="Undo" attachedToRef="Charge"><compensateEventDefinition id="D1"/></boundaryEvent>
    <serviceTask id="Refund" implementation="refund" isForCompensation="true"/>
    <association id="A1" associationDirection="One" sourceRef="Undo" targetRef="Refund"/>
    <boundaryEvent id="Declined" attachedToRef="Charge"><errorEventDefinition id="D2"/></boundaryEvent>
    <sequenceFlow id="F4" sourceRef="Declined" targetRef="Fix"/>
    <${fix} id="Fix" implementation="fix"/>
    <sequenceFlow id="F5" sourceRef="Fix" targetRef="Charge"/>
    <sequenceFlow id="F6" sourceRef="Pack" targetRef="Join"/><sequenceFlow id="F7" sourceRef="Charge" targetRef="Join"/>
    <parallelGateway id="Join"/><sequenceFlow id="F8" sourceRef="Join" targetRef="End"/>
    <endEvent id="End"/>
  </process>
</definitions>`;

const warnings = async (fix: string) => {
  const { diagnostics } = await compile({ file: 'p.bpmn', xml: diagram(fix) });
  return diagnostics.map(({ code }) => code);
};

test('a loop that turns by itself is warned of, where it must stay in one run', async () => {
  expect(await warnings('serviceTask')).toContain('loop-bounded');
});

test('one in which a person is asked each time is not: nobody is asked thousands of times', async () => {
  expect(await warnings('userTask')).not.toContain('loop-bounded');
});
