import { createServer, type Server } from 'node:net';
import { choosePort } from '../../src/temporal/dev-server/ports';

let taken: Server;
let port: number;

beforeAll(async () => {
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  port = (taken.address() as { port: number }).port;
});
afterAll(() => taken.close());

test('a free one when the usual one is taken', async () => {
  const chosen = await choosePort('UI', undefined, port);
  expect(chosen).toBeGreaterThan(0);
  expect(chosen).not.toBe(port);
});

test('the usual one when it is free', async () => {
  const free = await choosePort('UI', 0, 8233);
  await expect(choosePort('UI', undefined, free)).resolves.toBe(free);
});

test('the one asked for', async () => {
  const free = await choosePort('UI', 0, 8233);
  await expect(choosePort('UI', free, 8233)).resolves.toBe(free);
});

test('an error when the one asked for is taken', async () => {
  await expect(choosePort('UI', port, 8233)).rejects.toMatchObject({
    code: 'port-in-use',
    message: expect.stringContaining(
      `Port ${String(port)} of 127.0.0.1, asked for as the UI port, is in use.`,
    ),
  });
});
