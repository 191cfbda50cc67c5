import { definitions, read } from '../diagram';

const catching = (id: string, form = '') =>
  `<intermediateCatchEvent id="${id}" name="Wait"><messageEventDefinition ${form}/></intermediateCatchEvent>`;
const throwing = (id: string, form = '') =>
  `<intermediateThrowEvent id="${id}" name="Say"><messageEventDefinition ${form}/></intermediateThrowEvent>`;

/** Two pools with an element each, between start and end, and what flows between the pools. */
function pools(sender: string, receiver: string, flow: string, root = ''): string {
  const pool = (name: string, element: string) =>
    `<process id="${name}" isExecutable="true"><startEvent id="${name}_S"/>${element}<endEvent id="${name}_E"/>` +
    `<sequenceFlow id="${name}_1" sourceRef="${name}_S" targetRef="${name}_A"/>` +
    `<sequenceFlow id="${name}_2" sourceRef="${name}_A" targetRef="${name}_E"/></process>`;
  const participants = ['From', 'To']
    .map((name) => `<participant id="Pool_${name}" name="Pool" processRef="${name}"/>`)
    .join('');
  return definitions(
    `${root}<collaboration id="C">${participants}<participant id="Pool_Dark" name="Dark"/>${flow}</collaboration>` +
      pool('From', sender) +
      pool('To', receiver),
  );
}

const flowTo = (target: string, attributes = '') =>
  `<messageFlow id="Flow" sourceRef="From_A" targetRef="${target}" ${attributes}/>`;

/** What the two elements throw and wait for. */
function triggers(xml: string): readonly unknown[] {
  const { model, problems } = read(xml);
  const nodes = model?.processes.flatMap(({ nodes }) => nodes) ?? [];
  const found = ['From_A', 'To_A'].map((id) => nodes.find((node) => node.id === id));
  if (found.some((node) => !node)) throw new Error(problems.join(', '));
  return found.map((node) => {
    const { trigger } = node as unknown as { trigger?: { name: { text: string }; published?: boolean } };
    return trigger && { name: trigger.name.text, published: trigger.published };
  });
}

const both = (name: string) => [
  { name, published: true },
  { name, published: true },
];
const message = '<message id="M" name="Ordered"/>';

describe('both ends of a message flow are about the same message', () => {
  test.each([
    ['by its name', 'name="Order"', '', '', 'Order'],
    ['by its message', 'messageRef="M" name="Order"', '', '', 'Ordered'],
    ['by the message of the sender', 'name="Order"', 'messageRef="M"', '', 'Ordered'],
    ['by the message of the receiver', 'name="Order"', '', 'messageRef="M"', 'Ordered'],
    ['by the name of the receiver', '', '', '', 'Wait'],
  ])('%s', (_, flow, ofSender, ofReceiver, name) => {
    const drawn = flowTo('To_A', flow);
    expect(
      triggers(pools(throwing('From_A', ofSender), catching('To_A', ofReceiver), drawn, message)),
    ).toEqual(both(name));
  });

  test('which the receiver takes also where a client says to which run other messages go', () => {
    const sender = throwing('From_A', 'camunda:asyncBefore="true"');
    const [, receiver] = triggers(pools(sender, catching('To_A'), flowTo('To_A', 'name="Order"')));
    expect(receiver).toEqual({ name: 'Order', published: true });
  });

  test('also of the second sender, whose flow has another name', () => {
    const second = '<messageFlow id="First" name="Order" sourceRef="From_S" targetRef="To_A"/>';
    const drawn = second.replace('From_S', 'To_E') + flowTo('To_A', 'name="Again"');
    expect(triggers(pools(throwing('From_A'), catching('To_A'), drawn))).toEqual(both('Order'));
  });
});

describe('a send task', () => {
  const task = '<sendTask id="From_A" name="Send order"/>';

  test('throws the message that flows from it to another process of the file', () => {
    expect(triggers(pools(task, catching('To_A'), flowTo('To_A', 'name="Order"')))).toEqual(both('Order'));
  });

  test.each([
    ['if the message flows to a pool of which nothing is known', task, flowTo('Pool_Dark')],
    [
      'and calls an activity that it names',
      task.replace('name', 'camunda:class="Sender" name'),
      flowTo('To_A'),
    ],
  ])('does not %s', (_, sender, drawn) => {
    expect(triggers(pools(sender, catching('To_A'), drawn))[0]).toBeUndefined();
  });
});
