/**
 * `npm test`: build, then all tests, and beside them lint, type check and the API's docs: tests mostly wait for servers and
 * processes. Every check runs even if an earlier one failed, except that nothing can be tested that does not build. The
 * last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { text } from 'node:stream/consumers';

const summaryFile = new URL('../.cache/jest-summary.json', import.meta.url).pathname;
const totals = { passed: 0, failed: 0, skipped: 0 };

/** Runs a command that prints as it goes. */
async function check(title, command, args, env = {}) {
  const report = reporter(title, command, args);
  report.begin();
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  const [status] = await once(child, 'exit');
  return report.end(status);
}

/** Runs a command beside others: what it says is printed when it is done. */
async function checkBeside(title, command, args) {
  const report = reporter(title, command, args);
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = once(child, 'exit');
  const output = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = await exit;
  report.begin();
  process.stdout.write(output.join(''));
  return report.end(status);
}

function reporter(title, command, args) {
  const started = performance.now();
  return {
    begin: () => console.log(`\n── ${title}: ${[command, ...args].join(' ')}`),
    end(status) {
      const ok = status === 0;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`── ${title}: ${ok ? 'ok' : 'FAILED'} (${seconds} s)`);
      return ok;
    },
  };
}

function count(ok) {
  totals[ok ? 'passed' : 'failed'] += 1;
  return ok;
}

/** What needs no running code. */
async function readCode() {
  count(await checkBeside('lint', 'npm', ['run', '--silent', 'lint']));
  count(await checkBeside('type check', 'npm', ['run', '--silent', 'typecheck']));
  count(await checkBeside('API docs', 'npx', ['typedoc', '--emit', 'none']));
}

async function runTests() {
  rmSync(summaryFile, { force: true });
  const ok = await check('tests', 'npx', ['jest', ...process.argv.slice(2)], {
    BATON_JEST_SUMMARY: summaryFile,
  });
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

if (count(await check('build', 'npm', ['run', '--silent', 'build']))) {
  await Promise.all([readCode(), runTests()]);
}

const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed === 0 ? 0 : 1;
