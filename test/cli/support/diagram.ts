/** A diagram with one service task. */
export function diagram(id: string, activity: string, name = 'Do it'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t">
  <process id="${id}" isExecutable="true">
    <startEvent id="Start" />
    <sequenceFlow id="F1" sourceRef="Start" targetRef="Task" />
    <serviceTask id="Task" name="${name}">
      <extensionElements><zeebe:taskDefinition type="${activity}" /></extensionElements>
    </serviceTask>
    <sequenceFlow id="F2" sourceRef="Task" targetRef="End" />
    <endEvent id="End" />
  </process>
</definitions>
`;
}

/** With an element that BPMN does not know. */
export const BROKEN = diagram('broken', 'doIt').replace(
  '</process>',
  '  <serviceTusk id="Extra" />\n  </process>',
);

/** A diagram whose only step calls another process. */
export function callingDiagram(id: string, called: string): string {
  const call = `<callActivity id="Task" name="Call it"><extensionElements><zeebe:calledElement processId="${called}" /></extensionElements></callActivity>`;
  return diagram(id, '').replace(/<serviceTask[\s\S]*<\/serviceTask>/, call);
}
