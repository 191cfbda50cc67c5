/**
 * `npm test`: build, lint, type check, then all tests. Every check runs even if an earlier one failed, except that
 * nothing can be tested that does not build. The last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

const summaryFile = new URL('../.cache/jest-summary.json', import.meta.url).pathname;
const totals = { passed: 0, failed: 0, skipped: 0 };

function check(title, command, args, env = {}) {
  console.log(`\n── ${title}: ${[command, ...args].join(' ')}`);
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  const ok = status === 0;
  console.log(
    `── ${title}: ${ok ? 'ok' : 'FAILED'} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
  return ok;
}

function count(ok) {
  totals[ok ? 'passed' : 'failed'] += 1;
  return ok;
}

if (count(check('build', 'npm', ['run', '--silent', 'build']))) {
  count(check('lint', 'npm', ['run', '--silent', 'lint']));
  count(check('type check', 'npm', ['run', '--silent', 'typecheck']));
  count(check('API docs', 'npx', ['typedoc', '--emit', 'none']));
  rmSync(summaryFile, { force: true });
  const ok = check('tests', 'npx', ['jest', ...process.argv.slice(2)], { BATON_JEST_SUMMARY: summaryFile });
  const jest = existsSync(summaryFile)
    ? JSON.parse(readFileSync(summaryFile, 'utf8'))
    : { passed: 0, failed: 1, skipped: 0 };
  for (const key of Object.keys(totals)) totals[key] += jest[key];
  // jest can fail without a failing test, for instance in its global setup.
  if (!ok && jest.failed === 0) totals.failed += 1;
  if (ok && jest.passed === 0) {
    console.error('No test ran: that is a failure.');
    totals.failed += 1;
  }
}

const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed === 0 ? 0 : 1;
