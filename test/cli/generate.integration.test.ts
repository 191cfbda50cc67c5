import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baton } from './support/baton';
import { CLAIM } from './support/claim';
import { temporaryFolder } from './support/temporary-folder';

const folder = temporaryFolder();

interface Printed {
  readonly passed: number;
  readonly failed: number;
  readonly drafts: number;
  readonly coverage: Record<'elements' | 'flows', { readonly missed: readonly string[] }>;
}

test('drafts take every flow, pass only when a person has reviewed them, and are the same each time', async () => {
  folder.write({ 'claim.bpmn': CLAIM });
  const cwd = folder.path();
  const drafted = await baton(['test', '--generate', 'claim.bpmn', '--out', 'claim.scenarios.yaml'], { cwd });
  expect(drafted).toMatchObject({ code: 0, stdout: '' });
  expect(drafted.stderr).toMatch(/claim +11\/11 100 % +8\/8 100 %/);
  const text = readFileSync(folder.path('claim.scenarios.yaml'), 'utf8');
  expect(text).toContain('- message: { name: Withdrawn, key: claimId-1 }');
  expect(text).toContain('throws: FRAUD');
  expect(text).toContain('returns: { damage: 1001 }');
  expect(text).toContain('- advance: P3D');
  expect(text).not.toMatch(/^ +then:/m);

  const again = await baton(['test', '--generate', 'claim.bpmn'], { cwd });
  expect(again.stdout).toBe(text);

  const reviewed = text.replaceAll(/^ +draft: true\n/gm, '').replaceAll('    # ', '    ');
  folder.write({ 'reviewed.scenarios.yaml': reviewed });
  const { code, stdout } = await baton(['test', '--json'], { cwd });
  const printed = JSON.parse(stdout) as Printed;
  const count = reviewed.split('- name:').length - 1;
  expect({ code, ...printed }).toMatchObject({
    code: 1,
    passed: count,
    failed: 0,
    drafts: count,
    coverage: { elements: { missed: [] }, flows: { missed: [] } },
  });
});

/** As Camunda 7 has it: the event sub-process catches exceptions, not BPMN errors. */
const SAGA = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://example.com/saga">
  <process id="saga" isExecutable="true">
    <startEvent id="Start" />
    <serviceTask id="Book" camunda:class="org.example.Book" />
    <endEvent id="End" />
    <sequenceFlow id="Flow_1" sourceRef="Start" targetRef="Book" />
    <sequenceFlow id="Flow_2" sourceRef="Book" targetRef="End" />
    <subProcess id="Broken" triggeredByEvent="true">
      <startEvent id="Failed"><errorEventDefinition errorRef="Error_Any" /></startEvent>
      <endEvent id="End_Failed" />
      <sequenceFlow id="Flow_3" sourceRef="Failed" targetRef="End_Failed" />
    </subProcess>
  </process>
  <error id="Error_Any" errorCode="java.lang.Throwable" />
</definitions>
`;

test('a draft lets an activity fail where exceptions are caught', async () => {
  folder.write({ 'saga.bpmn': SAGA });
  const { code, stderr, stdout } = await baton(['test', '--generate', 'saga.bpmn'], { cwd: folder.path() });
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: expect.stringMatching(/saga +6\/6 100 % +3\/3 100 %/),
  });
  expect(stdout).toContain('fails: { message: out of order, retryable: false }');
});

test('drafts answer for the beans that conditions call', async () => {
  const diagram = join(__dirname, '../samples/beans/beans.bpmn');
  const { code, stderr, stdout } = await baton(['test', '--generate', diagram], { cwd: folder.path() });
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: expect.stringMatching(/Beans +\d+\/\d+ 100 % +11\/11 100 %/),
  });
  expect(stdout).toContain('Flow_Vip.isVip: { returns: true }');
});

test('what is in the way of drafts', async () => {
  folder.write({
    'claim.bpmn': CLAIM,
    'taken.yaml': '',
    'bad.bpmn': CLAIM.replace('targetRef="HowMuch"', 'targetRef="No"'),
  });
  const tried = async (...args: readonly string[]) => {
    const { code, stderr } = await baton(['test', '--generate', ...args], { cwd: folder.path() });
    return [code, stderr];
  };
  expect(await tried('no.bpmn')).toEqual([2, expect.stringContaining('no.bpmn does not exist.')]);
  expect(await tried('claim.bpmn', '--out', 'taken.yaml')).toEqual([
    2,
    expect.stringContaining('taken.yaml exists.'),
  ]);
  expect(await tried('claim.bpmn', '--process', 'clam')).toEqual([
    2,
    expect.stringContaining('Did you mean "claim"?'),
  ]);
  expect(await tried('bad.bpmn')).toEqual([1, expect.stringContaining('bad.bpmn does not compile.')]);
});
