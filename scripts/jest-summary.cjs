/** Writes jest's totals where scripts/verify.mjs finds them, so that one line can speak for all checks. */
const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');

module.exports = class JestSummary {
  onRunComplete(_contexts, results) {
    const file = process.env.BATON_JEST_SUMMARY;
    if (!file) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      JSON.stringify({
        passed: results.numPassedTests,
        // A suite that does not even load counts as one failure.
        failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
        skipped: results.numPendingTests + results.numTodoTests,
      }),
    );
  }
};
