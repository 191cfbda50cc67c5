import { compile } from '../../../src/bpmn/compile';
import { process } from '../diagram';

const started = (timer: string) =>
  process(
    `<startEvent id="S"><timerEventDefinition>${timer}</timerEventDefinition></startEvent>
     <task id="T"/><endEvent id="E"/>
     <sequenceFlow id="F1" sourceRef="S" targetRef="T"/><sequenceFlow id="F2" sourceRef="T" targetRef="E"/>`,
  );

const timer = (text: string, form = 'timeCycle') => `<${form}>${text}</${form}>`;

test.each([
  [timer('R/PT1H'), 'R/PT1H'],
  [timer('2030-01-31T12:00:00Z', 'timeDate'), '2030-01-31T12:00:00Z'],
  [timer('0 0/5 * * * ?'), '0 0/5 * * * ?'],
  // Quartz counts days from Sunday = 1.
  [timer('0 30 6 ? * 2-6'), '0 30 6 ? * MON-FRI'],
  [timer('0 30 6 ? * 6#3'), '0 30 6 ? * FRI#3'],
  [timer('0 30 6 ? * 6L 2030-2032'), '0 30 6 ? * FRIL 2030-2032'],
  [timer('0 30 6 ? * 1/2'), '0 30 6 ? * SUN/2'],
  [timer('CRON_TZ=Europe/Berlin 0 30 6 * * ?'), 'CRON_TZ=Europe/Berlin 0 30 6 * * ?'],
  // Everybody else counts from Sunday = 0.
  [timer('30 6 * * 1-5'), '30 6 * * 1-5'],
])('a timer that starts a process is in its contract: %s', async (form, text) => {
  const { files, diagnostics } = await compile({ file: 'a.bpmn', xml: started(form) });
  expect(diagnostics).toEqual([]);
  expect(files[0]?.content).toContain(`starts: { timers: { S: '${text}' } }`);
});

test('Camunda 8 counts days from Sunday = 0, also with seconds', async () => {
  const xml = started(timer('0 30 6 ? * 1-5')).replace(
    '<definitions',
    '<definitions xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="Camunda Cloud"',
  );
  const { files } = await compile({ file: 'a.bpmn', xml });
  expect(files[0]?.content).toContain(`S: '0 30 6 ? * 1-5'`);
});

test('a start event may have several timers', async () => {
  const definition = (text: string) => `<timerEventDefinition>${timer(text)}</timerEventDefinition>`;
  const xml = started('').replace(
    '<timerEventDefinition></timerEventDefinition>',
    definition('R/PT1H') + definition('0 7 * * *'),
  );
  const { files } = await compile({ file: 'a.bpmn', xml });
  expect(files[0]?.content).toContain(`timers: { S: ['R/PT1H', '0 7 * * *'] }`);
});

test.each([
  [timer('R3/PT10M'), 'timer-start-relative', 'warning'],
  [timer('PT1H', 'timeDuration'), 'timer-start-relative', 'warning'],
  [timer('R/PT0.5S'), 'timer-start-irregular', 'error'],
  [timer('R/P1M1D'), 'timer-start-irregular', 'error'],
  [timer('0 30 6 ? * 8'), 'timer-invalid', 'error'],
  [timer('0 61 6 * * ?'), 'timer-invalid', 'error'],
  [timer('CRON_TZ=Europe/Nowhere 0 7 * * *'), 'timer-invalid', 'error'],
  [timer('0 7 * * *', 'timeDuration'), 'timer-invalid', 'error'],
])('%s: %s', async (form, code, severity) => {
  const { diagnostics } = await compile({ file: 'a.bpmn', xml: started(form) });
  expect(diagnostics).toMatchObject([{ code, severity, element: 'S' }]);
});
