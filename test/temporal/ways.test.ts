import { ServerError, isServerError } from '../../src/temporal/errors';
import { noWayLeft, tryWays, type Way } from '../../src/temporal/executables/ways';

const works = (name: string): Way => ({
  name,
  find: () => Promise.resolve({ path: `/${name}`, source: name, version: '' }),
});
const fails = (name: string, reason: string): Way => ({
  name,
  find: () => Promise.reject(new Error(reason)),
});

test('the first way that works is taken, the others are not tried', async () => {
  const never: Way = {
    name: 'never',
    find: () => Promise.reject(new ServerError('tried', { code: 'bad-setting' })),
  };
  await expect(tryWays([fails('a', 'no'), works('b'), never])).resolves.toMatchObject({ source: 'b' });
});

test('without one, there is a reason for each', async () => {
  await expect(tryWays([fails('a', 'not set'), fails('b', 'refused')])).resolves.toEqual([
    { way: 'a', reason: 'not set' },
    { way: 'b', reason: 'refused' },
  ]);
});

test("a mistake in the user's settings ends the search", async () => {
  const mistake = new ServerError('VARIABLE names no file', { code: 'bad-setting' });
  const ways: Way[] = [{ name: 'a', find: () => Promise.reject(mistake) }, works('b')];
  await expect(tryWays(ways)).rejects.toBe(mistake);
});

test('the error lists all ways in order, and what to do', () => {
  const failures = [
    { way: 'PATH', reason: 'there is none' },
    { way: 'building it', reason: 'go install exited with code 1:\nno network' },
  ];
  const error = noWayLeft('Temporal CLI', failures, 'Install it.');
  expect(isServerError(error, 'no-executable')).toBe(true);
  expect(error.message).toBe(`Found no Temporal CLI. Tried, in this order:
  1. PATH: there is none
  2. building it: go install exited with code 1:
     no network
Install it.`);
});
