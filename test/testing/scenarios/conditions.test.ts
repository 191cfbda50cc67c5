import type { Expression } from '../../../src/bpmn/2-model/value-types';
import { testOf } from '../../../src/testing/scenarios/generate/conditions/read';
import { solve } from '../../../src/testing/scenarios/generate/conditions/solve';

/** Values with which a condition at `Flow` holds. */
function solved(language: Expression['language'], text: string): object | undefined {
  const test = testOf({ language, text, position: { line: 1, column: 1, offset: 0, length: 1 } }, 'Flow');
  const values = test && solve([test]);
  return values && Object.fromEntries(values);
}

test.each([
  ['juel', '${amount > 100 && !urgent}', { amount: 101, urgent: false }],
  ['juel', '${order.getAmount() > 100}', { 'order.amount': 101 }],
  ['juel', '${execution.getVariable("amount") == 5}', { amount: 5 }],
  ['juel', '${empty customer}', { customer: null }],
  ['juel', '${country.equals("IE") or country.contains("U")}', { country: 'IE' }],
  ['juel', '${crm.isVip(customer.id)}', { 'Flow.isVip()': true }],
  ['juel', '${total > limit && risks.score(customer) > 5}', { total: 2, limit: 1, 'Flow.score()': 6 }],
  ['juel', '${items.size() > 0}', undefined],
  ['xpath', "bpmn:getDataObject('order')/total >= 100", { 'order.total': 100 }],
  ['xpath', "$approved = true() and not(contains($country, 'DE'))", { approved: true, country: '' }],
  ['xpath', 'count($parts) > 1', undefined],
  ['feel', 'Vacation Approval = "Approved"', { 'Vacation Approval': 'Approved' }],
  ['feel', 'country in ("IE", "UK")', { country: 'IE' }],
] as const)('%s: %s', (language, text, values) => {
  expect(solved(language, text)).toEqual(values);
});
