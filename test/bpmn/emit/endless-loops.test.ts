import { compile } from '../../../src/bpmn/compile';
import { diagram, path, service, several, TRIGGERS, TWICE } from '../events/triggers';

/** Turns until a variable says that it is enough. */
const LOOP = [
  `<exclusiveGateway id="Again"/>${service('Work')}<exclusiveGateway id="Enough" default="F_Enough_Done"/><task id="Done"/>`,
  path('Again', 'Work', 'Enough', 'Done'),
  '<sequenceFlow id="Back" sourceRef="Enough" targetRef="Again"><conditionExpression xsi:type="tFormalExpression">=again</conditionExpression></sequenceFlow>',
].join('');

const scope = `<startEvent id="Begin"/>${LOOP}<endEvent id="End"/>${path('Begin', 'Again')}${path('Done', 'End')}`;
const within = (element: string, more = '') =>
  `<startEvent id="Start"/><${element} id="Sub">${more}${scope}</${element}><endEvent id="Over"/>${path('Start', 'Sub', 'Over')}`;
const OWN =
  '<extensionElements><zeebe:ioMapping><zeebe:input source="=1" target="own"/></zeebe:ioMapping></extensionElements>';
const beside = (sub: string) =>
  `<startEvent id="Start"/><parallelGateway id="Fork"/><parallelGateway id="Join"/>${service('Beside')}${sub}<endEvent id="Over"/>${path('Start', 'Fork', 'Beside', 'Join', 'Over')}`;
const handler = (interrupting: boolean, content = scope) =>
  `<subProcess id="Handler" triggeredByEvent="true"><startEvent id="On" isInterrupting="${interrupting}">${TRIGGERS.message}</startEvent>${content.replace('<startEvent id="Begin"/>', '').replace(/<sequenceFlow id="F_Begin_Again"[^>]*>/, path('On', 'Again'))}</subProcess>`;
const main = `<startEvent id="Start"/>${service('Main')}<endEvent id="Over"/>${path('Start', 'Main', 'Over')}`;
const boundary = (interrupting: boolean) =>
  `${main}<boundaryEvent id="On" attachedToRef="Main" cancelActivity="${interrupting}">${TRIGGERS.message}</boundaryEvent>${LOOP}<endEvent id="End"/>${path('On', 'Again')}${path('Done', 'End')}`;

const OWN_IN_CAMUNDA_7 =
  '<camunda:inputOutput><camunda:inputParameter name="own">1</camunda:inputParameter></camunda:inputOutput>';

/** Where the loop is, and how it goes on there when the history is long. */
const PLACES: Readonly<Record<string, readonly [how: string, body: string]>> = {
  process: ['turn', scope],
  'sub-process': ['handOver', within('subProcess')],
  transaction: ['handOver', within('transaction')],
  'sub-process with variables of its own': ['warned', within('subProcess', OWN)],
  'parallel instances': ['warned', within('subProcess', several(false))],
  'sequential instances': ['warned', within('subProcess', several(true))],
  'repeated sub-process': ['warned', within('subProcess', TWICE)],
  branch: ['handOver', beside(`${LOOP}${path('Fork', 'Again')}${path('Done', 'Join')}`)],
  'sub-process in a branch': [
    'handOver',
    beside(`<subProcess id="Sub">${scope}</subProcess>${path('Fork', 'Sub', 'Join')}`),
  ],
  'branch that never joins': [
    'handOver',
    beside(`${LOOP}<endEvent id="End"/>${path('Fork', 'Again')}${path('Done', 'End')}`),
  ],
  'interrupting event sub-process': ['handOver', `${main}${handler(true)}`],
  'non-interrupting event sub-process': ['handOver', `${main}${handler(false)}`],
  'event sub-process of a sub-process': [
    'handOver',
    `<startEvent id="Start"/><subProcess id="Sub"><startEvent id="SubStart"/>${service('Main')}<endEvent id="SubEnd"/>${path('SubStart', 'Main', 'SubEnd')}${handler(false)}</subProcess><endEvent id="Over"/>${path('Start', 'Sub', 'Over')}`,
  ],
  'path of an interrupting boundary event': ['turn', boundary(true)],
  'path of a non-interrupting boundary event': ['handOver', boundary(false)],
  'ad-hoc sub-process': [
    'warned',
    `<startEvent id="Start"/><adHocSubProcess id="Adhoc">${service('Other')}<subProcess id="Sub">${scope}</subProcess></adHocSubProcess><endEvent id="Over"/>${path('Start', 'Adhoc', 'Over')}`,
  ],
};

const asCompensation = (xml: string) => xml.replace('<serviceTask', '<serviceTask isForCompensation="true"');
const UNDO = [
  '<boundaryEvent id="Undone" attachedToRef="Work"><compensateEventDefinition/></boundaryEvent>',
  asCompensation(service('Undo')),
  '<association id="A" associationDirection="One" sourceRef="Undone" targetRef="Undo"/>',
].join('');
const WORK = service('Work');

/** What stands in the place of the work, or is beside it. */
const CONTENTS: Readonly<Record<string, string>> = {
  'work that can be undone': `${WORK}${UNDO}`,
  'a wait for a condition': `<intermediateCatchEvent id="Work">${TRIGGERS.conditional}</intermediateCatchEvent>`,
  'a wait for a message': `<intermediateCatchEvent id="Work">${TRIGGERS.message}</intermediateCatchEvent>`,
  'work with an event on it': `${WORK}<boundaryEvent id="Late" attachedToRef="Work" cancelActivity="false">${TRIGGERS.message}</boundaryEvent>`,
  'work of which a token waits elsewhere': `${WORK}<parallelGateway id="Never"/><sequenceFlow id="Out" sourceRef="Work" targetRef="Never"/><sequenceFlow id="In" sourceRef="Done" targetRef="Never"/>`,
};

/** As Camunda 7 draws it, where a message that nobody in the diagram throws is sent to a run by its id. */
function inCamunda7(xml: string): string {
  return xml
    .replace(/xmlns:zeebe="[^"]*"/, 'xmlns:camunda="http://camunda.org/schema/1.0/bpmn"')
    .replace(/<extensionElements><zeebe:taskDefinition[^>]*><\/extensionElements>/g, '')
    .replace(/<serviceTask/g, '<serviceTask camunda:type="external" camunda:topic="work"')
    .replace(/<zeebe:ioMapping>.*?<\/zeebe:ioMapping>/g, OWN_IN_CAMUNDA_7)
    .replace(/>=(again|go)[^<]*</g, '>${$1}<')
    .replace(/>=2</g, '>2<')
    .replace(/>=true</g, '>${true}<');
}

/** How a loop goes on when the history is long, or that the compiler warns that it does not; empty if it does neither. */
async function goesOn(xml: string): Promise<string> {
  const { files, diagnostics } = await compile({ file: 'p.bpmn', xml });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ message }) => message)).toEqual([]);
  const how = /(turn|handOver)\('(Again|Work)'\)/.exec(files.map(({ content }) => content).join())?.[1];
  const isWarned = diagnostics.some(({ code }) => code === 'loop-bounded');
  return [...(how === undefined ? [] : [how]), ...(isWarned ? ['warned'] : [])].join(' and ');
}

describe.each(Object.entries(PLACES))('%s', (_, [how, body]) => {
  test('the loop goes on, or there is a warning', async () => {
    expect(await goesOn(diagram(body))).toBe(how);
    expect(await goesOn(inCamunda7(diagram(body)))).toBe(how);
  });

  test.each(Object.entries(CONTENTS))('with %s as well', async (_content, xml) => {
    for (const drawn of [diagram(body.replace(WORK, xml)), inCamunda7(diagram(body.replace(WORK, xml)))])
      expect(await goesOn(drawn)).toMatch(/^(turn|handOver|warned)$/);
  });
});
