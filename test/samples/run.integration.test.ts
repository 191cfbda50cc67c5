import { allCases, CaseRunner } from './case-runner';
import { samples } from './sample';

const runner = new CaseRunner();
beforeAll(() => runner.open());
afterAll(() => runner.close());

const all = allCases();

/** They need a service, which their own test starts. */
const elsewhere = ['rest-connector']; // test/activities/connectors/rest-connector.integration.test.ts

test('every sample is run', () => {
  expect(new Set([...all.map(({ title }) => title.split(':')[0]), ...elsewhere])).toEqual(
    new Set(samples().map(({ name }) => name)),
  );
});

test.each(all)('$title', (one) => runner.run(one));
