import { join } from 'node:path';
import { baton } from '../../cli/support/baton';

// Every kind of step and stub, on samples of the compiler: what they come to is in the files.
test('the scenarios of this folder', async () => {
  const { code, stdout } = await baton(['test', join(__dirname, 'files')]);
  const told = stdout.split('\n').filter((line) => /^✗|^ {2}(expected|happened|then|step)/.test(line));
  expect(told).toEqual([]);
  expect(stdout).toMatch(/\n34 passed, 0 failed\n$/);
  expect(code).toBe(0);
});
