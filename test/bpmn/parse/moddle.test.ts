import { BpmnModdle } from 'bpmn-moddle';
import { parse } from '../../../src/bpmn/1-parse/parse';
import { createReporter } from '../../../src/bpmn/diagnostics/reporter';
import { createSource } from '../../../src/bpmn/diagnostics/source';
import { definitions, process } from '../diagram';
import { describeShared, sharedDiagrams } from '../shared-diagrams';

/** bpmn-moddle's own reader, which only warns; its types are not described in the package. */
interface Reader {
  fromXML(xml: string): Promise<{ warnings: { message: string }[] }>;
}

async function moddleWarnings(xml: string): Promise<string[]> {
  try {
    const { warnings } = await (new BpmnModdle() as unknown as Reader).fromXML(xml);
    return warnings.map(({ message }) => message);
  } catch (error) {
    return [String(error)];
  }
}

/** The standard's schema does allow a script in a global script task. */
function isMistaken(warning: string): boolean {
  return /unparsable content <bpmn2:script> detected/.test(warning);
}

function codes(xml: string): string[] {
  const source = createSource('f', xml);
  const reporter = createReporter(source, { strict: false });
  parse(source, reporter);
  return reporter.diagnostics().map(({ code }) => code);
}

const broken = [
  process('<userTsak id="A"/>'),
  process('<task id="A" colour="red"/>'),
  process('<task id="A"/><task id="A"/>'),
  process('<task id="1"/>'),
  process('<sequenceFlow id="F" sourceRef="X" targetRef="Y"/>'),
  process('<task id="A"><zeebe:taskDefinition/></task>'),
  process('<laneSet id="L"><lane id="M"><flowNodeRef>Z</flowNodeRef></lane></laneSet>'),
  process('stray text'),
  process(
    '<startEvent id="S"/><sequenceFlow id="F" sourceRef="S"><conditionExpression xsi:type="tNonsense">x</conditionExpression></sequenceFlow>',
  ),
  definitions('<task id="A"/>'),
  process('<task id="A"><extensionElements><task id="B"/></extensionElements></task>'),
  process('<task id="A"'),
  '<definitions/>',
  '',
];

test.each(broken)('what bpmn-moddle warns of is reported: %#', async (xml) => {
  expect(await moddleWarnings(xml)).not.toEqual([]);
  expect(codes(xml)).not.toEqual([]);
});

const diagrams = ['real', 'miwg', 'betsy', 'constraints'].flatMap(sharedDiagrams);
describeShared('diagrams by others', diagrams, () => {
  test.each(diagrams)('$name: as strict as bpmn-moddle', async ({ xml }) => {
    const warnings = await moddleWarnings(xml);
    if (warnings.some((warning) => !isMistaken(warning))) expect(codes(xml)).not.toEqual([]);
  });
});
