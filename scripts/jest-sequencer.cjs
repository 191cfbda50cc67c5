/**
 * The order of the test files: those that take long first, for the last ones are waited for by everybody. On a machine
 * where it has run before, jest knows how long each took; on a fresh clone it would go by the size of the files.
 */
const { default: Sequencer } = require('@jest/test-sequencer');

/** Files that take about a minute or more on two processors, the slowest first. */
const SLOW = [
  'examples/shared/test/scenarios.test.ts',
  'examples/delivery-pipeline/test/delivery-pipeline.test.ts',
  'test/init/packed.integration.test.ts',
  'test/cli/dev.integration.test.ts',
  'test/samples/run.integration.test.ts',
  'examples/employee-onboarding/test/employee-onboarding.test.ts',
  'examples/shared/test/runner.test.ts',
  'test/samples/continued.integration.test.ts',
];

module.exports = class SlowestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const at = SLOW.findIndex((file) => path.endsWith(`/${file}`));
      return at === -1 ? SLOW.length : at;
    };
    return [...super.sort(tests)].sort((a, b) => place(a) - place(b));
  }
};
