import { compile, type CompileOptions } from '../../../src/bpmn/compile';
import { definitions } from '../diagram';

/** A process with one step, the call, which has a name. */
function calling(called: string, { id = 'Order', name = 'Do it', others = '' } = {}): string {
  return definitions(
    `${others}<process id="${id}" isExecutable="true"><startEvent id="S"/><sequenceFlow id="F1" sourceRef="S" targetRef="A"/>` +
      `<callActivity id="A" name="${name}" calledElement="${called}"/><sequenceFlow id="F2" sourceRef="A" targetRef="E"/><endEvent id="E"/></process>`,
    'xmlns:o="http://example.com/other"',
  );
}

async function workflowOf(xml: string, options: CompileOptions = {}) {
  const { files, diagnostics } = await compile({ file: 'order.bpmn', xml }, options);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const code = files[1]?.content ?? '';
  return {
    imports: code.match(/^import \{ .*process';$/gm),
    call: /call\(.*\)/.exec(code)?.[0],
    diagnostics,
  };
}

const known = (id: string, type = id, module = `./${id}.process`) => ({
  id,
  type,
  contract: { name: type, module },
});

test('a process of the project is called by its contract', async () => {
  const { imports, call } = await workflowOf(calling('Ship'), {
    processes: [known('Ship', 'ship', '../shipping/ship.process')],
  });
  expect(imports).toContain("import { ship } from '../shipping/ship.process';");
  expect(call).toContain("call('A', ship, vars)");
});

test('a process that was written by hand may go by its type in the spelling of the diagram', async () => {
  const { call } = await workflowOf(calling('ship-order'), { processes: [known('shipOrder')] });
  expect(call).toContain("call('A', shipOrder, vars)");
});

test('an imported contract gets another name where something in the process has it', async () => {
  const processes = [known('ship')];
  const { imports, call } = await workflowOf(calling('ship', { name: 'Ship' }), { processes });
  expect(imports).toContain("import { ship as shipProcess } from './ship.process';");
  expect(call).toContain("call('A', shipProcess, vars)");
});

test('a process that calls itself needs no import', async () => {
  const { imports, call } = await workflowOf(calling('Order'));
  expect(imports).toEqual(["import { order as process } from './order.process';"]);
  expect(call).toContain("call('A', process, vars)");
});

test('a process of an imported file is in the file that it compiles to', async () => {
  const imported = calling('x', { id: 'Other' })
    .replace('http://example.com"', 'http://example.com/other"')
    .replace('Definitions_1', 'Definitions_2');
  const bringIn =
    '<import importType="http://www.omg.org/spec/BPMN/20100524/MODEL" location="../parts/other.bpmn" namespace="http://example.com/other"/>';
  const { imports, call } = await workflowOf(calling('o:Other', { others: bringIn }), {
    imports: { '../parts/other.bpmn': imported },
  });
  expect(imports).toContain("import { other } from '../parts/other.process';");
  expect(call).toContain("call('A', other, vars)");
});

test('a process of which nothing is known is called by name, to which the run adds its deployment key', async () => {
  expect((await workflowOf(calling('Ship_it'))).call).toContain("call('A', 'shipIt', vars)");
  const { call } = await workflowOf(calling('Ship_it'), { deployment: 'spring' });
  expect(call).toContain("call('A', 'shipIt', vars)");
});

test('a type that no name would come to is said', async () => {
  const processes = [{ id: 'ship_it', type: 'ship_it' }];
  const alone = await workflowOf(calling('ship_it'), { processes });
  expect(alone.call).toContain("call('A', { type: 'ship_it' }, vars)");
  const deployed = await workflowOf(calling('rating'), {
    processes: [{ id: 'rating', type: 'rating' }],
    deployment: 'spring',
  });
  expect(deployed.call).toContain("call('A', { type: 'rating' }, vars)");
});

test('a process that the project does not have is a warning, with what may have been meant', async () => {
  const { diagnostics } = await workflowOf(calling('Shiping'), { processes: [known('Shipping')] });
  expect(diagnostics.map(({ code, element }) => [code, element])).toEqual([['process-unknown', 'A']]);
  expect(diagnostics[0]?.hint).toContain('Did you mean "Shipping"?');
});
