import { compile } from '../../../src/bpmn/compile';
import { process } from '../diagram';

const started = (timer: string) =>
  process(
    `<startEvent id="S"><timerEventDefinition>${timer}</timerEventDefinition></startEvent>
     <task id="T"/><endEvent id="E"/>
     <sequenceFlow id="F1" sourceRef="S" targetRef="T"/><sequenceFlow id="F2" sourceRef="T" targetRef="E"/>`,
  );

test.each([
  ['<timeCycle>R/PT1H</timeCycle>', 'R/PT1H'],
  ['<timeDate>2030-01-31T12:00:00Z</timeDate>', '2030-01-31T12:00:00Z'],
  ['<timeCycle>0 0/5 * * * ?</timeCycle>', '0 0/5 * * * ?'],
])('a timer that starts a process is in its contract, and nothing sets it up: %s', async (timer, text) => {
  const { files, diagnostics } = await compile({ file: 'a.bpmn', xml: started(timer) });
  expect(diagnostics.map(({ code, severity, element }) => [code, severity, element])).toContainEqual([
    'timer-start',
    'warning',
    'S',
  ]);
  expect(files[0]?.content).toContain(`starts: { timers: { S: '${text}' } }`);
});

test('a cron expression is no timer for a run to wait by', async () => {
  const xml = process(
    `<startEvent id="S"/><intermediateCatchEvent id="C"><timerEventDefinition><timeCycle>0 0/5 * * * ?</timeCycle>
     </timerEventDefinition></intermediateCatchEvent><endEvent id="E"/>
     <sequenceFlow id="F1" sourceRef="S" targetRef="C"/><sequenceFlow id="F2" sourceRef="C" targetRef="E"/>`,
  );
  const { files, diagnostics } = await compile({ file: 'a.bpmn', xml });
  expect(files).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toContain('timer-invalid');
});
