import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAndModel } from '../../../src/bpmn/parse-and-model';

const file = join(__dirname, '../../../examples/order-fulfilment/workflows/order-fulfilment.bpmn');

test('the example diagram becomes a model without complaints', () => {
  const { model, reporter } = parseAndModel(
    { file: 'order-fulfilment.bpmn', xml: readFileSync(file, 'utf8') },
    { strict: true },
  );
  expect(reporter.diagnostics()).toEqual([]);
  expect(model).toMatchObject({ dialect: 'camunda8', processes: [{ id: 'OrderFulfilment' }] });
  expect(model?.processes[0]?.nodes.map(({ id }) => id)).toEqual([
    'Start_OrderPlaced',
    'Task_ReserveStock',
    'Event_OutOfStock',
    'Gateway_Wait',
    'Event_Restocked',
    'Event_GiveUp',
    'Task_TellGivenUp',
    'End_GivenUp',
    'Gateway_Fork',
    'Task_ChargeCard',
    'Event_Declined',
    'Task_FixPayment',
    'Task_Pack',
    'Task_BookCarrier',
    'Gateway_Join',
    'Task_Ship',
    'Task_TellShipped',
    'End_Shipped',
  ]);
});
