import { afterChanges } from '../../src/workflows/after-changes';

test('a condition is asked at first, and after the changes that count', () => {
  const vars: { price?: number; budget: number } = { budget: 10 };
  const holds = afterChanges(() => (vars.price ?? 99) <= vars.budget, {
    of: () => vars.price,
    on: ['create', 'update'],
  });
  expect(holds()).toBe(false);
  vars.price = 20;
  expect(holds()).toBe(false);
  vars.budget = 30;
  expect(holds()).toBe(false); // nothing has become of the price
  vars.price = 25;
  expect(holds()).toBe(true);
  delete vars.price;
  expect(holds()).toBe(true); // that it is gone does not count
});
