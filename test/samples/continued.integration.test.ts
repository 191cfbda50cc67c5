import { CONTINUE_AFTER_MEMO } from '../../src/shared/continuation';
import { allCases, CaseRunner } from './case-runner';

// Not on the time-skipping server: it answers no queries, and skips no time, for runs that went on in new ones.
const runner = new CaseRunner();
beforeAll(() => runner.open({ server: 'dev' }));
afterAll(() => runner.close());

const loops = allCases().filter(
  ({ source }) => /\b(turn|handOver)\(/.test(source) && !source.includes('timer('),
);

/** It goes on in new runs, and in runs of its own, wherever it can: at every turn of a loop. */
test.concurrent.each(loops)('$title', (one) => runner.run(one, { memo: { [CONTINUE_AFTER_MEMO]: 1 } }));
