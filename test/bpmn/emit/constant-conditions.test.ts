import { compile } from '../../../src/bpmn/compile';
import { process } from '../diagram';

/** The code of a process with a choice by these conditions. */
async function choice(condition: string): Promise<string> {
  const xml = process(
    `<startEvent id="S"/><exclusiveGateway id="G" default="No"/><task id="A"/><endEvent id="E"/><endEvent id="E2"/>
     <sequenceFlow id="F" sourceRef="S" targetRef="G"/>
     <sequenceFlow id="Yes" sourceRef="G" targetRef="A"><conditionExpression>${condition}</conditionExpression></sequenceFlow>
     <sequenceFlow id="No" sourceRef="G" targetRef="E2"/><sequenceFlow id="Done" sourceRef="A" targetRef="E"/>`,
  );
  const { files } = await compile({ file: 'test.bpmn', xml });
  return files.find(({ file }) => file.endsWith('workflow.ts'))!.content;
}

test.each(['${1 == 0}', '${1 != 0}', "${'a' == 'a'}", '${!(1 == 0)}', '${1 == 1 and 2 == 3}'])(
  'the type checker is not asked whether %s can be',
  async (condition) => {
    const code = await choice(condition);
    expect(code).toMatch(/if \([!()]*(true|false)/);
    expect(code).not.toMatch(/[=!]==/);
  },
);
