import { compile } from '../../../src/bpmn/compile';
import { survey, type Survey } from '../../../src/bpmn/migration/survey';
import { process } from '../diagram';
import { describeShared, sharedDiagrams } from '../shared-diagrams';

async function surveyed(xml: string, file = 'order.bpmn'): Promise<Survey> {
  const source = { file, xml };
  return survey(source, await compile(source));
}

/** A straight line from start to end through these elements. */
function line(...elements: readonly string[]): string {
  const flows = ['S', ...elements.map((_, i) => `T${i + 1}`), 'E'];
  return process(
    `<startEvent id="S" camunda:formKey="app:start.html"/>
${elements.map((element, i) => element.replace(/^<([a-zA-Z]+)/, `<$1 id="T${i + 1}"`)).join('\n')}
<endEvent id="E"/>
${flows
  .slice(1)
  .map((target, i) => `<sequenceFlow id="F${i + 1}" sourceRef="${flows[i] ?? ''}" targetRef="${target}"/>`)
  .join('\n')}`,
  );
}

const uses = ({ uses }: Survey) =>
  uses.map(({ element, origin, text, becomes }) => [
    element,
    origin,
    text,
    becomes.kind === 'activity' ? becomes.name : becomes.kind,
  ]);

describe('what becomes of', () => {
  test('everything that names code, scripts, forms or processes', async () => {
    const xml = line(
      '<serviceTask name="Charge" camunda:class="com.acme.ChargeCard"/>',
      '<serviceTask name="Notify" camunda:delegateExpression="${notifier}"/>',
      '<serviceTask name="Total" camunda:expression="${1 + 1}" camunda:resultVariable="total"/>',
      '<serviceTask name="Pack" camunda:type="external" camunda:topic="pack-items"/>',
      '<serviceTask name="Send mail" camunda:type="mail"/>',
      '<serviceTask name="Archive order"/>',
      '<scriptTask scriptFormat="groovy"><script>x = 1</script></scriptTask>',
      '<scriptTask scriptFormat="javascript" camunda:resultVariable="y"><script>1 + 1</script></scriptTask>',
      '<userTask camunda:formKey="app:check.html"/>',
    );
    expect(uses(await surveyed(xml))).toEqual([
      ['S', 'form', 'app:start.html', 'nothing'],
      ['T1', 'Java class', 'com.acme.ChargeCard', 'chargeCard'],
      ['T2', 'delegate expression', '${notifier}', 'notifier'],
      ['T3', 'expression', '${1 + 1}', 'workflow code'],
      ['T4', 'external task', 'pack-items', 'packItems'],
      ['T5', 'built-in task', 'mail', 'mail'],
      ['T6', 'task name', 'Archive order', 'archiveOrder'],
      ['T7', 'script', 'groovy', 'script'],
      ['T8', 'script', 'javascript', 'workflow code'],
      ['T9', 'form', 'app:check.html', 'human task'],
    ]);
  });

  test('job types, beside which what another engine has left in the file is nothing', async () => {
    const xml = line(
      '<serviceTask name="Ship" camunda:topic="old"><extensionElements><zeebe:taskDefinition type="ship"/></extensionElements></serviceTask>',
    );
    expect(uses(await surveyed(xml)).slice(1)).toEqual([
      ['T1', 'external task', 'old', 'nothing'],
      ['T1', 'job type', 'ship', 'ship'],
    ]);
  });

  test('listeners', async () => {
    const xml = line(
      `<userTask><extensionElements>
<camunda:executionListener event="start" class="com.acme.Audit"/>
<camunda:taskListener event="complete" delegateExpression="\${thank}"/>
<camunda:taskListener event="assignment" class="com.acme.Assigned"/>
</extensionElements></userTask>`,
    );
    expect(uses(await surveyed(xml)).slice(1)).toEqual([
      ['T1', 'Java class', 'com.acme.Audit', 'audit'],
      ['T1', 'delegate expression', '${thank}', 'thank'],
      ['T1', 'Java class', 'com.acme.Assigned', 'assigned'],
    ]);
  });

  test('listeners to the start of a process', async () => {
    const xml = process(
      `<extensionElements><camunda:executionListener event="start" class="com.acme.Audit"/></extensionElements>
<startEvent id="S"/><endEvent id="E"/><sequenceFlow id="F" sourceRef="S" targetRef="E"/>`,
    );
    expect((await surveyed(xml)).uses).toMatchObject([
      { origin: 'Java class', text: 'com.acme.Audit', becomes: { kind: 'activity', name: 'audit' } },
    ]);
  });

  test('beans that conditions call', async () => {
    const xml =
      process(`<startEvent id="S"/><exclusiveGateway id="G" default="F3"/><endEvent id="E"/><endEvent id="E2"/>
<sequenceFlow id="F1" sourceRef="S" targetRef="G"/>
<sequenceFlow id="F2" sourceRef="G" targetRef="E"><conditionExpression>\${risk.isHigh(order)}</conditionExpression></sequenceFlow>
<sequenceFlow id="F3" sourceRef="G" targetRef="E2" camunda:unknown="x"/>`);
    const result = await surveyed(xml);
    expect(result.outcome).toBe('refused');
    const [call] = result.uses;
    expect(call).toMatchObject({
      origin: 'expression',
      element: 'F2',
      line: 3,
      becomes: { kind: 'activity' },
    });
    expect(result.expressions).toEqual({ juel: 1 });
  });
});

describe('a file', () => {
  test('what is no longer needed is told with its reason, and how often', async () => {
    const { noted } = await surveyed(
      line(
        '<serviceTask name="A" camunda:asyncBefore="true" camunda:jobPriority="5"/>',
        '<serviceTask name="B" camunda:asyncBefore="true"/>',
      ),
    );
    expect(noted).toEqual([
      { name: 'camunda:asyncBefore', count: 2, reason: expect.stringContaining('durable') },
      { name: 'camunda:jobPriority', count: 1, reason: expect.stringContaining('Temporal') },
    ]);
  });

  test('compiles, is refused, or is a picture', async () => {
    const fine = line('<task/>');
    expect(await surveyed(fine)).toMatchObject({ outcome: 'compiles', dialect: 'camunda7', pictures: 0 });
    expect(await surveyed(line('<task camunda:unknown="x"/>'))).toMatchObject({
      outcome: 'refused',
      processes: [{ id: 'Process_1', workflow: 'order' }],
    });
    expect(await surveyed(fine.replace('isExecutable="true"', 'isExecutable="false"'))).toMatchObject({
      outcome: 'picture',
      pictures: 1,
      processes: [],
    });
  });

  test.each(['', '<not xml', '<html/>'])('that is no BPMN is refused: %j', async (xml) => {
    expect(await surveyed(xml)).toMatchObject({
      outcome: 'refused',
      dialect: undefined,
      uses: [],
      noted: [],
    });
  });
});

const real = sharedDiagrams('real');
describeShared('real diagrams', real, () => {
  test.each(real)(
    '$name: every error is about something, every activity is called somewhere',
    async ({ name, xml }) => {
      const compiled = await compile({ file: name, xml });
      const { uses, outcome, dialect } = survey({ file: name, xml }, compiled);
      expect(dialect).toBeDefined();
      expect(outcome === 'compiles').toBe(compiled.files.length > 0);

      const refused = new Set(
        uses.flatMap(({ element, becomes }) => (becomes.kind === 'refused' ? element : [])),
      );
      const called = compiled.processes
        .flatMap(({ activities }) => activities)
        .filter(({ element }) => !refused.has(element))
        .map((one) => one.name);
      const told = uses.flatMap(({ becomes }) => (becomes.kind === 'activity' ? becomes.name : []));
      expect(told).toEqual(expect.arrayContaining(called));

      const errors = new Set(compiled.diagnostics.map(({ code }) => code));
      for (const { becomes } of uses) {
        if (becomes.kind === 'refused') for (const code of becomes.codes) expect(errors).toContain(code);
      }
    },
  );
});
