import { localNamesFor } from '../../../src/bpmn/4-emit/local-names';
import { functionName } from '../../../src/bpmn/4-emit/names';
import { activityName } from '../../../src/shared/activity-name';
import { identifier } from '../../../src/shared/identifier';
import { processOf } from '../model-builder';

test.each([
  ['Charge card', 'chargeCard'],
  ['In stock?', 'inStock'],
  ['chargeCard', 'chargeCard'],
  ['ChargeCard', 'chargeCard'],
  ['SMS senden', 'smsSenden'],
  ['send SMS', 'sendSMS'],
  ['charge-card_2', 'chargeCard2'],
  ['1st attempt', '_1stAttempt'],
  ['Prüfe Bestand', 'prüfeBestand'],
  ['在庫を確認', '在庫を確認'],
  ['Ελέγξτε το', 'ελέγξτεΤο'],
  ['🚀', ''],
  ['  ', ''],
  [
    'a very long name of an element that somebody took for its documentation',
    'aVeryLongNameOfAnElementThatSomebodyTook',
  ],
])('%s becomes %s', (text, expected) => {
  const name = identifier(text);
  expect(name).toBe(expected);
  if (name) expect(() => new Function(`const ${name} = 1;`)).not.toThrow();
});

test.each([
  ['chargeCard', 'chargeCard'],
  ['com.example.ChargeCard', 'chargeCard'],
  ['orderService.total', 'orderServiceTotal'],
  ['charge-card', 'chargeCard'],
  ['Charge card', 'chargeCard'],
  ['delete', 'deleteActivity'],
  [
    'a-very-long-topic-name-that-must-not-be-cut-because-it-is-a-contract',
    'aVeryLongTopicNameThatMustNotBeCutBecauseItIsAContract',
  ],
])('the activity for %s is %s', (implementation, expected) => {
  expect(activityName(implementation)).toBe(expected);
});

test('processes whose ids differ in nothing but punctuation get different names', () => {
  const processes = ['order-1', 'Order_1', 'class'].map((id) => ({ ...processOf('Start -> End'), id }));
  const ids = processes.map(({ id }) => id);
  const names = ids.map((id) => functionName(id, { base: 'orders', ids }));
  expect(names).toEqual(['order12', 'order1', 'classProcess']);
});

test.each([
  ['OrderFulfilment', 'orderFulfilment'],
  ['Process_Order', 'processOrder'],
  ['Process_1', 'monthEnd'],
  ['Process_0k3y9xz', 'monthEnd'],
  ['_6-1', 'monthEnd'],
  ['sid-3f2a9c01-1111-4222-8333-44445555aaaa', 'monthEnd'],
  ['Process_Billing', 'processBilling'],
  ['order66', 'order66'],
])('a process %s in month-end.bpmn is %s', (id, name) => {
  expect(functionName(id, { base: 'month-end', ids: [id] })).toBe(name);
});

test('several processes whose ids an editor made up keep them behind the name of the file', () => {
  const ids = ['Process_1', 'Process_2', 'Shipping'];
  const names = ids.map((id) => functionName(id, { base: 'month-end', ids, deployment: 'shop' }));
  expect(names).toEqual(['shopMonthEndProcess1', 'shopMonthEndProcess2', 'shopShipping']);
});

test('elements of one name are told apart by their ids, others are not touched', () => {
  const named = (ids: Record<string, string>) => {
    const process = processOf(`Start -> ${Object.keys(ids).join(' -> ')} -> End`);
    const nodes = process.nodes.map((node) =>
      ids[node.id] === undefined ? node : { ...node, name: ids[node.id]! },
    );
    const names = localNamesFor({ ...process, nodes }, 'order');
    return nodes.filter(({ id }) => id in ids).map((node) => names.local(node));
  };
  expect(named({ A: 'Notify', B: 'Pack', C: 'notify' })).toEqual(['notify_A', 'pack', 'notify_C']);
  expect(named({ A: 'Notify', B: 'Pack' })).toEqual(['notify', 'pack']);
  // names that mean something in the function
  expect(named({ A: 'Publish', B: 'class', C: 'Order', D: 'Math' })).toEqual([
    'publishTask',
    'classTask',
    'orderTask',
    'math',
  ]);
  expect(named({ A: 'Publish', B: 'Publish task' })).toEqual(['publish_A', 'publishTask']);
});
