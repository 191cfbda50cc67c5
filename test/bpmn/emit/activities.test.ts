import { compile } from '../../../src/bpmn/compile';
import { around } from '../diagram';

/** The activities that a process with this element calls. */
async function activitiesOf(element: string) {
  const { processes, diagnostics } = await compile({ file: 'test.bpmn', xml: around(element) });
  return {
    activities: processes.flatMap(({ activities }) => activities),
    warnings: diagnostics.map(({ code }) => code),
  };
}

test.each([
  ['charge-card', 'chargeCard'],
  ['com.acme.ChargeCard', 'chargeCard'],
  ['com.acme.cards.charge', 'charge'],
  ['cards.charge', 'cardsCharge'],
  ['cards.Charge', 'charge'],
])('%s is called %s', async (implementation, name) => {
  const { activities } = await activitiesOf(`<serviceTask id="A" implementation="${implementation}"/>`);
  expect(activities).toEqual([{ name, implementation, element: 'A' }]);
});

test('scripts that cannot run in a workflow call the activity "script"', async () => {
  const script = { name: 'script', element: 'A', inputs: ['language', 'source', 'variables'] };
  expect(
    await activitiesOf('<scriptTask id="A" scriptFormat="groovy"><script>x</script></scriptTask>'),
  ).toEqual({ activities: [{ ...script, implementation: 'groovy' }], warnings: [] });
  expect(
    await activitiesOf(
      '<scriptTask id="A" scriptFormat="javascript"><script>a = fetch(b)</script></scriptTask>',
    ),
  ).toEqual({ activities: [{ ...script, implementation: 'javascript' }], warnings: ['script-outside'] });
});

test('methods of beans are activities, with the arguments as input', async () => {
  const { activities } = await activitiesOf(
    '<serviceTask id="A" camunda:expression="${orders.total(order, 2)}"/>',
  );
  expect(activities).toEqual([
    { name: 'ordersTotal', implementation: 'orders.total', element: 'A', inputs: ['order', 'argument2'] },
  ]);
});

test('also in mappings', async () => {
  const { activities } = await activitiesOf(
    `<serviceTask id="A" camunda:class="Ship"><extensionElements><camunda:inputOutput>
      <camunda:inputParameter name="rate">\${rates.of(customer.country)}</camunda:inputParameter>
    </camunda:inputOutput></extensionElements></serviceTask>`,
  );
  expect(activities).toEqual([
    { name: 'ship', implementation: 'Ship', element: 'A', inputs: ['rate'] },
    { name: 'ratesOf', implementation: 'rates.of', element: 'A', inputs: ['country'] },
  ]);
});

test('also where it says how often', async () => {
  const { activities } = await activitiesOf(
    '<task id="A"><multiInstanceLoopCharacteristics camunda:collection="${orders.open()}"/></task>',
  );
  expect(activities).toEqual([
    { name: 'ordersOpen', implementation: 'orders.open', element: 'A', inputs: [] },
  ]);
});

test('an activity gets the objects that mappings put together', async () => {
  const mappings = ['customer.name', 'customer.age', 'amount'].map(
    (target) => `<zeebe:input source="=a" target="${target}"/>`,
  );
  const { activities } = await activitiesOf(
    `<serviceTask id="A"><extensionElements><zeebe:taskDefinition type="charge"/><zeebe:ioMapping>${mappings.join('')}</zeebe:ioMapping></extensionElements></serviceTask>`,
  );
  expect(activities).toMatchObject([{ name: 'charge', inputs: ['customer', 'amount'] }]);
});

test('activities of beans that do not exist are warned of', async () => {
  const xml = around('<serviceTask id="A" camunda:expression="${orders.total(order)}"/>');
  const { diagnostics } = await compile({ file: 'test.bpmn', xml }, { activities: ['orderTotal'] });
  expect(diagnostics).toMatchObject([{ code: 'activity-unknown', element: 'A' }]);
  expect(diagnostics[0]?.hint).toContain('orderTotal');
});

test('a method of what is called a service is one, whatever its name', async () => {
  const { activities } = await activitiesOf(
    '<serviceTask id="A" camunda:expression="${rateService.getRate()}" camunda:resultVariable="rate"/>',
  );
  expect(activities).toMatchObject([{ name: 'rateServiceGetRate', implementation: 'rateService.getRate' }]);
  const { activities: none } = await activitiesOf(
    '<serviceTask id="A" camunda:expression="${order.getRate()}" camunda:resultVariable="rate"/>',
  );
  expect(none).toEqual([]);
});
