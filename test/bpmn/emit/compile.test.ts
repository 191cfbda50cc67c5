import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Process } from '../../../src/bpmn/2-model/types';
import { structure } from '../../../src/bpmn/3-structure/structure';
import { emit } from '../../../src/bpmn/4-emit/emit';
import { complementary } from '../../../src/bpmn/4-emit/expressions';
import { compile, type CompileOptions } from '../../../src/bpmn/compile';
import { createReporter } from '../../../src/bpmn/diagnostics/reporter';
import { createSource } from '../../../src/bpmn/diagnostics/source';
import { reducibleGraph, structuredProcess } from '../generators';
import { processOf } from '../model-builder';

const example = join(__dirname, '../../../examples/order-fulfilment/workflows/order-fulfilment.bpmn');

function diagram(body: string): string {
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
  <process id="Order" isExecutable="true">
    <startEvent id="Start" />
${body}
    <endEvent id="End" />
  </process>
</definitions>`;
}

const gateway = (condition: string) =>
  diagram(`    <sequenceFlow id="F1" sourceRef="Start" targetRef="G" />
    <exclusiveGateway id="G" default="F3" />
    <sequenceFlow id="F2" sourceRef="G" targetRef="T">
      <conditionExpression>${condition}</conditionExpression>
    </sequenceFlow>
    <sequenceFlow id="F3" sourceRef="G" targetRef="End" />
    <serviceTask id="T" name="Charge card" />
    <sequenceFlow id="F4" sourceRef="T" targetRef="End" />`);

async function problems(xml: string, options: CompileOptions = {}) {
  const { diagnostics, files } = await compile({ file: 'order.bpmn', xml }, options);
  return {
    files: files.length,
    diagnostics: diagnostics.map(({ code, severity, element, message, hint, position }) => ({
      code,
      severity,
      element,
      message,
      hint,
      at: position && `${position.line}:${position.column}`,
    })),
  };
}

describe('mistakes in expressions', () => {
  test('a syntax error is an error at its place in the file, and nothing is written', async () => {
    const { files, diagnostics } = await problems(gateway('amount + * 2'));
    expect(files).toBe(0);
    expect(diagnostics).toEqual([
      {
        code: 'expression-syntax',
        severity: 'error',
        element: 'F2',
        message: '"amount + * 2" cannot be understood: "*" does not fit into this arithmetic expression.',
        hint: 'Correct the expression.',
        at: '7:37',
      },
    ]);
  });

  test('with entities in the text the whole expression is the place', async () => {
    const { diagnostics } = await problems(gateway('amount &lt; * 2'));
    expect(diagnostics).toMatchObject([{ code: 'expression-syntax', at: '7:28' }]);
  });

  test('all of them are reported, each once', async () => {
    const xml = gateway('${a >}')
      .replace('name="Charge card"', 'name="Charge card" implementation="charge" default="F5"')
      .replace(
        '<endEvent',
        `<sequenceFlow id="F5" sourceRef="T" targetRef="End" />
    <endEvent`,
      )
      .replace(
        '<sequenceFlow id="F4" sourceRef="T" targetRef="End" />',
        `<sequenceFlow id="F4" sourceRef="T" targetRef="End">
      <conditionExpression>$\{execution.call(x)}</conditionExpression>
    </sequenceFlow>`,
      );
    const { diagnostics } = await problems(xml);
    expect(diagnostics.map(({ code, element }) => [code, element])).toEqual([
      ['expression-syntax', 'F2'],
      ['expression-unsupported', 'F4'],
    ]);
  });

  test('parentheses without end do not bring the compiler down', async () => {
    const { files, diagnostics } = await problems(gateway(`${'('.repeat(20_000)}1${')'.repeat(20_000)}`));
    expect(files).toBe(0);
    expect(diagnostics.map(({ code }) => code)).toEqual([
      expect.stringMatching(/^expression-(syntax|unsupported)$/),
    ]);
  });
});

test('what a diagram calls is told also when it has an error', async () => {
  const xml = gateway('amount > 1').replace(
    '<startEvent id="Start" />',
    '<startEvent id="Start" madeUp="x" />',
  );
  const { files, processes } = await compile({ file: 'order.bpmn', xml });
  expect(files).toEqual([]);
  expect(processes).toMatchObject([
    { id: 'Order', functionName: 'order', activities: [{ name: 'chargeCard', element: 'T' }] },
  ]);
});

describe('what stands around the diagram', () => {
  const variables = {
    type: 'object',
    properties: { amount: { type: 'number' } },
    required: ['amount'],
  } as const;

  test('a variable that the schema does not know is a warning with the nearest name', async () => {
    const { files, diagnostics } = await problems(gateway('ammount > 1'), { variables });
    expect(files).toBe(2);
    expect(diagnostics).toMatchObject([
      {
        code: 'variable-unknown',
        severity: 'warning',
        element: 'F2',
        message: 'There is no variable "ammount" in the schema.',
        hint: expect.stringContaining('Did you mean "amount"?'),
      },
    ]);
    expect((await problems(gateway('amount > 1'), { variables })).diagnostics).toEqual([]);
  });

  test('an activity that does not exist is a warning with the nearest name', async () => {
    const { diagnostics } = await problems(gateway('amount > 1'), { activities: ['chargeCards', 'ship'] });
    expect(diagnostics).toMatchObject([
      {
        code: 'activity-unknown',
        severity: 'warning',
        element: 'T',
        message: 'There is no activity "chargeCard".',
        hint: expect.stringContaining('Did you mean "chargeCards"?'),
      },
    ]);
  });

  test('tells what the process calls, for scaffolding', async () => {
    const xml = readFileSync(example, 'utf8');
    const { processes } = await compile({ file: 'order-fulfilment.bpmn', xml });
    expect(processes).toMatchObject([
      {
        id: 'OrderFulfilment',
        functionName: 'orderFulfilment',
        activities: [
          { name: 'reserveStock', element: 'Task_ReserveStock' },
          { name: 'releaseStock', element: 'Task_ReleaseStock' },
          { name: 'chargeCard', element: 'Task_ChargeCard' },
          { name: 'refundCard', element: 'Task_RefundCard' },
          { name: 'pack', element: 'Task_Pack' },
          { name: 'unpack', element: 'Task_Unpack' },
          { name: 'bookCarrier', element: 'Task_BookCarrier' },
          { name: 'cancelCarrier', element: 'Task_CancelCarrier' },
          { name: 'ship', element: 'Task_Ship' },
          { name: 'tellCustomer', element: 'Task_TellShipped', inputs: ['orderId', 'email', 'news'] },
          { name: 'tellCustomer', element: 'Task_TellGivenUp', outputs: ['status'] },
          { name: 'voidPayment', element: 'Task_VoidPayment' },
          { name: 'tellCustomer', element: 'Task_TellCancelled' },
        ],
        userTasks: [{ id: 'Task_FixPayment', name: 'Fix payment' }],
      },
    ]);
  });
});

test('a refused region names its elements', async () => {
  const { diagnostics } = await compile({
    file: 'order.bpmn',
    xml: diagram(`    <parallelGateway id="Fork" name="Both" />
    <task id="A" />
    <task id="B" />
    <sequenceFlow id="F1" sourceRef="Start" targetRef="Fork" />
    <sequenceFlow id="F2" sourceRef="Fork" targetRef="A" />
    <sequenceFlow id="F3" sourceRef="Fork" targetRef="B" />
    <sequenceFlow id="F4" sourceRef="A" targetRef="C" />
    <sequenceFlow id="F5" sourceRef="B" targetRef="C" />
    <task id="C" name="Once or twice?" />
    <sequenceFlow id="F6" sourceRef="C" targetRef="End" />`),
  });
  expect(diagnostics).toMatchObject([
    {
      code: 'merge-of-branches',
      element: 'Fork',
      message: 'Branches that begin at the parallel gateway "Both" merge without a join.',
      position: { line: 4 },
      frame: expect.stringContaining('> 4 |'),
      related: [{ element: 'A' }, { element: 'B' }, { element: 'C', message: 'task "Once or twice?"' }],
    },
  ]);
});

test('layout changes nothing', async () => {
  const xml = readFileSync(example, 'utf8');
  const withoutLayout = xml.replace(/<bpmndi:BPMNDiagram[^]*<\/bpmndi:BPMNDiagram>/, '');
  expect(withoutLayout.length).toBeLessThan(xml.length);
  const [a, b] = await Promise.all(
    [xml, withoutLayout].map((xml) => compile({ file: 'order-fulfilment.bpmn', xml })),
  );
  expect(b?.files).toEqual(a?.files);
});

/** Phases 3 and 4 of a model. */
function emitted(process: Process): string {
  const reporter = createReporter(createSource('p.bpmn', ''), { strict: false });
  const structured = structure(process, { isProcess: true, complementary });
  const model = {
    file: 'p.bpmn',
    dialect: 'bpmn',
    processes: [process],
    escalations: [],
    messages: [],
  } as const;
  const { files } = emit(model as never, [structured], {}, reporter);
  // Warnings are about what random diagrams do.
  expect(reporter.diagnostics().filter(({ severity }) => severity === 'error')).toEqual([]);
  return files.map(({ content }) => content).join('\n');
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const keys = new Map(items.map((item, i) => [item, Math.imul(i + 1, seed | 1) >>> 0]));
  return [...items].sort((a, b) => keys.get(a)! - keys.get(b)!);
}

test('the order of elements in the file changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(reducibleGraph, structuredProcess), fc.nat(), (text, seed) => {
      const process = processOf(text);
      const nodes = shuffled(process.nodes, seed);
      expect(emitted({ ...process, nodes, flows: shuffled(process.flows, seed) })).toBe(emitted(process));
    }),
    { numRuns: 150 },
  );
});

describe('a task more changes the code around it and nothing else', () => {
  /** Lines of `before` that are not in `after`, in order: what a reviewer sees as removed. */
  function removed(before: string, after: string): string[] {
    const counts = new Map<string, number>();
    for (const line of after.split('\n')) counts.set(line.trim(), (counts.get(line.trim()) ?? 0) + 1);
    return before.split('\n').filter((line) => {
      const left = counts.get(line.trim()) ?? 0;
      counts.set(line.trim(), left - 1);
      return left <= 0;
    });
  }

  test('in random diagrams', () => {
    fc.assert(
      fc.property(fc.oneof(reducibleGraph, structuredProcess), fc.nat(), (text, where) => {
        const flows = text.split('\n').filter((line) => line.includes(' -> '));
        const flow = flows[where % flows.length]!;
        const inserted = text.replace(flow, flow.replace(' -> ', ' -> Task_Inserted -> '));
        // The mark belongs to the first flow of a line, which now leads to the task.
        const before = emitted(processOf(text));
        const after = emitted(processOf(inserted));
        expect(after).toContain("pass('Task_Inserted')");
        // All ways of the decision before it may be written otherwise: those that end alike no longer all do.
        const [source] = flow.split(' -> ');
        const ways = flows.filter((one) => one.startsWith(`${source} -> `)).length;
        // A branch of one step becomes a function with a name: that is the most.
        expect(removed(before, after).length).toBeLessThanOrEqual(8 + ways);
      }),
      { numRuns: 300 },
    );
  });
});

test('an empty process gives back what it was given', async () => {
  const xml =
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="Order" isExecutable="true" /></definitions>';
  const { files } = await compile({ file: 'order.bpmn', xml });
  expect(files.at(-1)?.content).toContain('const { vars } = enter(process, input);\n\n  return vars;');
});
