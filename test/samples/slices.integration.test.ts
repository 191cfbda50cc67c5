import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import { slices } from './slices/slices.process';

let environment: TestEnvironment;
beforeAll(async () => {
  environment = await createTestEnvironment({
    workflowsPath: require.resolve('./slices/slices.workflow'),
    activities: { lookUpPrice: () => Promise.resolve({ price: 2 }), sendParcel: () => Promise.resolve({}) },
  });
});
afterAll(() => environment.dispose());

// In TypeScript, for lists as long as this are calculated.
test('many are done by child workflows: results in order, sums and counts as if it were one run', async () => {
  const items = upTo(1200);
  const given = { items, total: 0, numbers: upTo(1800), enough: 1650, parcels: [1] };
  const run = await environment.client.start(slices, given);
  const result = await run.result();
  expect(result).toMatchObject({
    prices: items.map((item) => item * 2),
    total: 1200 * 1201,
    counted: 1650,
  });
  expect(result).not.toHaveProperty('item');
  expect(result).not.toHaveProperty('amount');
});

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, i) => i + 1);
}
