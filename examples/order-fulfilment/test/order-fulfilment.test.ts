import { bpmnError } from 'batonflow/contract';
import { createTestEnvironment, stub, type TestEnvironment } from 'batonflow/testing';
import * as contracts from '../activities/contracts';
import { fulfilOrder } from '../workflows/fulfil-order.process';
import { orderFulfilment } from '../workflows/order-fulfilment.process';

const checkStock = stub(contracts.checkStock, { inStock: true });
const chargeCard = stub(contracts.chargeCard, { receipt: 'r-1' });
const pack = stub(contracts.pack, { parcel: 'p-1' });
const ship = stub(contracts.ship, { trackingNumber: 't-1' });
const cancelOrder = stub(contracts.cancelOrder, undefined);
const stubs = [checkStock, chargeCard, pack, ship, cancelOrder];

const order = { orderId: 'o-1', sku: 'TEAPOT-1', quantity: 2, amount: 59.8, card: '4111', address: 'Galway' };

let environment: TestEnvironment;
beforeAll(async () => {
  environment = await createTestEnvironment({ workflowsPath: require.resolve('../workflows'), stubs });
});
afterAll(() => environment.dispose());
beforeEach(() => stubs.forEach((activity) => activity.reset()));

// By hand and from the diagram: the same scenarios, the same outcome.
describe.each([
  { process: fulfilOrder, task: 'Fix payment' },
  { process: orderFulfilment, task: 'Task_FixPayment' },
])('$process.name', ({ process, task }) => {
  it('charges, packs and ships what is in stock', async () => {
    expect(await environment.client.execute(process, order)).toMatchObject({
      receipt: 'r-1',
      parcel: 'p-1',
      trackingNumber: 't-1',
    });
    expect(cancelOrder.calls).toHaveLength(0);
  });

  it('asks for stock once a day until there is some', async () => {
    checkStock.once({ inStock: false }).once({ inStock: false });
    expect(await environment.client.execute(process, order)).toMatchObject({ trackingNumber: 't-1' });
    expect(checkStock.calls).toHaveLength(3);
  });

  it('gives up after a week without stock', async () => {
    checkStock.answer({ inStock: false });
    expect(await environment.client.execute(process, order)).toMatchObject({ trackingNumber: '' });
    expect(cancelOrder.calls.map((call) => call.input)).toEqual([{ orderId: 'o-1', reason: 'out of stock' }]);
    expect(chargeCard.calls).toHaveLength(0);
  });

  it('has billing fix a declined card, while packing goes on', async () => {
    chargeCard.once(() => {
      throw bpmnError('CARD_DECLINED');
    });
    const run = await environment.client.start(process, order);
    await environment.advance('PT1S');
    const [open] = await environment.client.tasks.list({ workflowId: run.id });
    expect(open).toMatchObject({
      element: task,
      candidateGroups: ['billing'],
      input: { orderId: 'o-1', amount: 59.8 },
    });
    expect(pack.calls).toHaveLength(1);

    await environment.client.tasks.complete(open!, { card: '4222' });
    expect(await run.result()).toMatchObject({ receipt: 'r-1', card: '4222', trackingNumber: 't-1' });
    expect(chargeCard.calls.map((call) => call.input.card)).toEqual(['4111', '4222']);
  });
});
