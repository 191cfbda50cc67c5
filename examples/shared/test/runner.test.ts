import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { exampleNames } from '../runner/find-examples';

it('plays all examples, by hand and from the diagram, and prints how they went', async () => {
  const { code, output } = await run('all', '--no-keep');
  const rows = output.split('\n').filter((line) => /^[✓✗] /.test(line));
  expect(rows.filter((row) => row.startsWith('✗'))).toEqual([]);
  for (const name of exampleNames()) {
    for (const source of ['by hand', 'diagram']) {
      expect(rows).toContainEqual(expect.stringMatching(new RegExp(`^✓ +${name} +${source} .* s`)));
    }
  }
  expect(output).toContain(`${rows.length} ended as expected, 0 did not`);
  expect(code).toBe(0);
}, 600_000);

it('plays one with a failure, and tells its steps', async () => {
  const { code, output } = await run('one', 'order-fulfilment', '--fail', 'cancel', '--no-keep');
  expect(output).toContain('Failing: cancel. The customer cancels');
  expect(output).toMatch(/opened +Fix payment[^]*completed +Unpack[^]*completed +Release stock/);
  expect(output).toMatch(/✓ +order-fulfilment +diagram +cancelled/);
  expect(code).toBe(0);
});

it('lists what there is, and says so where a name is unknown', async () => {
  const list = await run('one', '--list');
  for (const name of exampleNames()) expect(list.output).toContain(`\n${name}: `);
  expect(list.output).toContain('--fail payment');
  expect(await run('one', 'orders')).toEqual({
    code: 1,
    output: expect.stringMatching(/^There is no example named "orders". There are: .*order-fulfilment/),
  });
  expect(await run('one', 'order-fulfilment', '--fail', 'fire')).toEqual({
    code: 1,
    output: expect.stringMatching(
      /^There is no failure of order-fulfilment named "fire". There are: payment, /,
    ),
  });
});

it('leaves nothing behind when it is stopped in the middle', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-runner-'));
  try {
    const child = start(['all', '--no-keep'], { TMPDIR: folder });
    const exit = once(child, 'exit') as Promise<[number | null]>;
    const left = () => readdirSync(folder).filter((name) => /^(baton|consolidation)-/.test(name));
    // The repository and a checkout of the delivery pipeline, where work is under way.
    while (!left().some((name) => name.startsWith('baton-checkout-'))) {
      expect(child.exitCode).toBeNull();
      await sleep(50);
    }
    const workers = childrenOf(child.pid!);
    // As one Ctrl-C does: from the terminal, and from npm.
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect((await exit)[0]).toBe(1);
    expect(left()).toEqual([]);
    // Those that it has not started itself, such as the TypeScript compiler's, notice that it has ended.
    while (workers.some((pid) => existsSync(`/proc/${pid}`))) await sleep(20);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Runs the runner as npm does, with the server of the tests. */
async function run(...args: string[]): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = start(args);
  const [[code], out, err] = await Promise.all([
    once(child, 'exit') as Promise<[number | null]>,
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, output: `${code === 0 ? '\n' : ''}${out}${err}` };
}

function start(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const tsx = pathToFileURL(require.resolve('tsx')).href;
  return spawn(process.execPath, ['--import', tsx, join(__dirname, '../runner/main.ts'), ...args], {
    env: { ...process.env, TEMPORAL_ADDRESS: process.env['BATON_TEST_ADDRESS'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The processes that a process has started; none where the system does not tell. */
function childrenOf(pid: number): readonly string[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  return existsSync(file) ? readFileSync(file, 'utf8').split(' ').filter(Boolean) : [];
}
