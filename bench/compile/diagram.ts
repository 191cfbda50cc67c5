/**
 * A process of about so many elements (sequence flows not counted) with what real diagrams have: tasks, decisions that
 * come together again, loops, forks, sub-processes, boundary events, conditions, mappings.
 */
export function diagramOf(elements: number): string {
  const body: string[] = ['<startEvent id="Start"/>'];
  let last = 'Start';
  let count = 2;
  for (let n = 0; count < elements; n++) {
    const block = BLOCKS[n % BLOCKS.length] as Block;
    const { xml, first, end, size } = block(`B${n}`);
    body.push(flow(last, first), xml);
    last = end;
    count += size;
  }
  body.push(flow(last, 'End'), '<endEvent id="End"/>');
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="D" targetNamespace="http://example.com/bench">
<process id="Generated" isExecutable="true">
${body.join('\n')}
</process>
</definitions>
`;
}

type Block = (id: string) => {
  readonly xml: string;
  readonly first: string;
  readonly end: string;
  /** Elements in it. */
  readonly size: number;
};

const BLOCKS: readonly Block[] = [
  (id) => ({ xml: task(`${id}T`), first: `${id}T`, end: `${id}T`, size: 1 }),
  // one of two ways
  (id) => twoBranches(id, 'exclusiveGateway', `default="${id}G_${id}B"`, '=amount &gt; 100'),
  // side by side
  (id) => twoBranches(id, 'parallelGateway'),
  // again until it is done
  (id) => ({
    xml: [
      `<exclusiveGateway id="${id}L"/>`,
      flow(`${id}L`, `${id}A`),
      task(`${id}A`),
      flow(`${id}A`, `${id}G`),
      `<exclusiveGateway id="${id}G" default="${id}G_${id}E"/>`,
      flow(`${id}G`, `${id}L`, '=again'),
      flow(`${id}G`, `${id}E`),
      `<userTask id="${id}E" name="Check ${id}"/>`,
    ].join('\n'),
    first: `${id}L`,
    end: `${id}E`,
    size: 4,
  }),
  // a sub-process with a deadline
  (id) => ({
    xml: [
      `<subProcess id="${id}S" name="Sub ${id}"><startEvent id="${id}SS"/>${flow(`${id}SS`, `${id}ST`)}${task(`${id}ST`)}${flow(`${id}ST`, `${id}SE`)}<endEvent id="${id}SE"/></subProcess>`,
      `<boundaryEvent id="${id}E" attachedToRef="${id}S"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>`,
      flow(`${id}E`, `${id}R`),
      task(`${id}R`),
      flow(`${id}R`, `${id}J`),
      flow(`${id}S`, `${id}J`),
      `<exclusiveGateway id="${id}J"/>`,
    ].join('\n'),
    first: `${id}S`,
    end: `${id}J`,
    size: 7,
  }),
];

function twoBranches(id: string, gateway: string, attributes = '', condition?: string): ReturnType<Block> {
  const xml = [
    `<${gateway} id="${id}G" ${attributes}/>`,
    flow(`${id}G`, `${id}A`, condition),
    flow(`${id}G`, `${id}B`),
    task(`${id}A`),
    task(`${id}B`),
    flow(`${id}A`, `${id}J`),
    flow(`${id}B`, `${id}J`),
    `<${gateway} id="${id}J"/>`,
  ];
  return { xml: xml.join('\n'), first: `${id}G`, end: `${id}J`, size: 4 };
}

function task(id: string): string {
  return `<serviceTask id="${id}" name="Task ${id}"><extensionElements><zeebe:taskDefinition type="work"/><zeebe:ioMapping><zeebe:input source="=amount" target="amount"/></zeebe:ioMapping></extensionElements></serviceTask>`;
}

function flow(source: string, target: string, condition?: string): string {
  const id = `${source}_${target}`;
  const inner = condition === undefined ? '' : `<conditionExpression>${condition}</conditionExpression>`;
  return `<sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}">${inner}</sequenceFlow>`;
}
