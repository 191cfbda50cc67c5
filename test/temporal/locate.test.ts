import { locateCli, locateTestServer } from 'batonflow/temporal';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, exitOf, firstLine, isRunning, startProgram } from './processes';

let folder: string;
let cache: string;
const environment = process.env;

/** Programs on PATH, and nothing else; a cache of its own; the official download refused. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-locate-'));
  cache = join(folder, 'cache');
  mkdirSync(join(folder, 'bin'));
  const { HOME } = environment;
  process.env = {
    ...{ HOME, PATH: join(folder, 'bin'), BATON_CACHE: cache },
    HTTPS_PROXY: 'http://127.0.0.1:1',
  };
});
afterEach(() => {
  process.env = environment;
  rmSync(folder, { recursive: true });
});

/** A program that node runs; on PATH unless it is put elsewhere. */
function program(name: string, script: string, where = join(folder, 'bin')): string {
  const path = join(where, name);
  writeFileSync(path, `#!${process.execPath}\n${script}\n`, { mode: 0o755 });
  return path;
}

const saysVersion = (version: string) => `console.log('temporal version ${version}')`;

/** Stands in for Go: builds a CLI that says its version, and notes that it did so. */
function goProgram(build = '', version = 'go1.26.8'): string {
  return program(
    'go',
    `const fs = require('node:fs');
const path = require('node:path');
if (process.argv[2] === 'version') {
  console.log('go version ${version} linux/amd64');
  process.exit();
}
fs.appendFileSync(${JSON.stringify(join(folder, 'builds'))}, 'x');
${build}
const script = ${JSON.stringify(`#!${process.execPath}\n${saysVersion('1.5.1')}\n`)};
fs.writeFileSync(path.join(process.env.GOBIN, 'temporal'), script, { mode: 0o755 });`,
  );
}

function builds(): number {
  const notes = join(folder, 'builds');
  return existsSync(notes) ? readFileSync(notes, 'utf8').length : 0;
}

function cachedCli(): string {
  return join(cache, `temporal-cli-${process.platform}-${process.arch}`, 'temporal');
}

describe('the Temporal CLI', () => {
  test('comes from BATON_TEMPORAL_CLI before all', async () => {
    program('temporal', saysVersion('on PATH'));
    const path = program('mine', saysVersion('mine'), folder);
    process.env['BATON_TEMPORAL_CLI'] = path;
    await expect(locateCli()).resolves.toEqual({
      path,
      source: 'BATON_TEMPORAL_CLI',
      version: 'temporal version mine',
    });
  });

  test.each([
    ['does not exist', () => join(folder, 'nope'), /nope was not found/],
    ['fails', () => program('bad', 'process.exit(3)', folder), /bad exited with code 3/],
    [
      'is another program',
      () => program('other', "console.log('hi')", folder),
      /is not the Temporal CLI: hi/,
    ],
  ])('BATON_TEMPORAL_CLI that %s is a mistake, not passed over', async (_, make, text) => {
    program('temporal', saysVersion('on PATH'));
    process.env['BATON_TEMPORAL_CLI'] = make();
    await expect(locateCli()).rejects.toMatchObject({
      code: 'bad-setting',
      message: expect.stringMatching(text),
    });
  });

  test('comes from PATH next', async () => {
    const path = program('temporal', saysVersion('on PATH'));
    await expect(locateCli()).resolves.toMatchObject({ path, source: 'PATH' });
  });

  test('of PATH that is another program is passed over', async () => {
    program('temporal', "console.log('a clock')");
    goProgram();
    await expect(locateCli()).resolves.toMatchObject({ path: cachedCli(), source: 'go install' });
  });

  test('is built once, with progress, then taken from the cache', async () => {
    goProgram();
    const progress: string[] = [];
    const onProgress = (message: string) => progress.push(message);
    await expect(locateCli({ onProgress })).resolves.toMatchObject({ source: 'go install' });
    // A busy machine takes long enough for the elapsed time to be told again.
    expect(progress.filter((line) => !/ [1-9]\d* s\b/.test(line))).toEqual([
      'Downloading the Temporal CLI…',
      'Building the Temporal CLI with Go (once, 2 to 3 minutes)… 0 s',
    ]);
    progress.length = 0;
    await expect(locateCli({ onProgress })).resolves.toEqual({
      path: cachedCli(),
      source: 'cache',
      version: 'temporal version 1.5.1',
    });
    expect(progress).toEqual([]);
    expect(builds()).toBe(1);
  });

  test.each([
    [
      'cut off',
      () => {
        truncateSync(cachedCli(), 10);
      },
    ],
    [
      'longer than it was',
      () => {
        appendFileSync(cachedCli(), 'x');
      },
    ],
    [
      'gone',
      () => {
        rmSync(cachedCli());
      },
    ],
  ])('in the cache that is %s is built again', async (_, damage) => {
    goProgram();
    await locateCli();
    damage();
    await expect(locateCli()).resolves.toMatchObject({ source: 'go install' });
    await expect(locateCli()).resolves.toMatchObject({ source: 'cache' });
    expect(builds()).toBe(2);
  });

  test('is built once for two processes that start together', async () => {
    goProgram('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);');
    const both = [startProgram('locate-cli.js'), startProgram('locate-cli.js')];
    const sources = await Promise.all(
      both.map(async (child) => (JSON.parse(await firstLine(child)) as { source: string }).source),
    );
    expect(sources.sort()).toEqual(['cache', 'go install']);
    expect(builds()).toBe(1);
  });

  test('is built by the next one when the process that built it was killed', async () => {
    const pidFile = join(folder, 'pid');
    goProgram(
      `fs.writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); setInterval(() => {}, 1000);`,
    );
    const killed = startProgram('locate-cli.js');
    await eventually('it builds', () => existsSync(pidFile) && readFileSync(pidFile, 'utf8') !== '');
    const exit = exitOf(killed);
    killed.kill('SIGKILL');
    await exit;
    const go = Number(readFileSync(pidFile, 'utf8'));
    await eventually('its build has ended', () => !isRunning(go));

    goProgram();
    await expect(locateCli()).resolves.toMatchObject({ source: 'go install' });
    expect(readdirSync(cache)).toEqual([`temporal-cli-${process.platform}-${process.arch}`]);
  });

  test('that cannot be had is an error with every way and its reason', async () => {
    const error = await locateCli().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'no-executable' });
    const { message } = error as Error;
    expect(message.split('\n')).toEqual([
      'Found no Temporal CLI. Tried, in this order:',
      '  1. BATON_TEMPORAL_CLI: not set',
      '  2. `temporal` on PATH: there is none',
      `  3. the cache: nothing in ${cache}/temporal-cli-${process.platform}-${process.arch}`,
      expect.stringMatching(/^ {2}4. the official download: https:\S+ cannot be reached: Connection refused/),
      '  5. building it with Go: Go is not installed',
      expect.stringContaining('Install the Temporal CLI'),
    ]);
    expect(readdirSync(cache)).toEqual([]);
  });

  test('old Go is named', async () => {
    goProgram('', 'go1.18.1');
    await expect(locateCli()).rejects.toThrow('go version go1.18.1 linux/amd64 is too old: 1.21 or newer');
  });

  test('what Go says is passed on when the build fails', async () => {
    goProgram("console.error('go: no such host'); process.exit(1);");
    await expect(locateCli()).rejects.toThrow('go install exited with code 1:\n     go: no such host');
  });

  test('needs a cache folder that can be written', async () => {
    writeFileSync(cache, '');
    await expect(locateCli()).rejects.toMatchObject({ code: 'folder-not-writable' });
  });
});

describe('the time-skipping test server', () => {
  test('comes from BATON_TEST_SERVER before all', async () => {
    const path = program('mine', "console.log('Usage: <command> <port>')", folder);
    process.env['BATON_TEST_SERVER'] = path;
    await expect(locateTestServer()).resolves.toEqual({ path, source: 'BATON_TEST_SERVER', version: '' });
  });

  test('BATON_TEST_SERVER that does not run is a mistake', async () => {
    process.env['BATON_TEST_SERVER'] = join(folder, 'nope');
    await expect(locateTestServer()).rejects.toMatchObject({ code: 'bad-setting' });
  });

  test.each([
    ['without Java', () => undefined, 'no JDK of version 11 or newer: there is no `java` on PATH'],
    [
      'with a JRE only',
      () => program('java', ''),
      'no JDK of version 11 or newer: there is no `javac` on PATH',
    ],
    [
      'with old Java',
      () => [program('java', ''), program('javac', "console.log('javac 1.8.0_392')")],
      'javac 1.8.0_392 is too old: JDK 11 or newer is needed',
    ],
    [
      'without Maven',
      () => [program('java', ''), program('javac', "console.log('javac 17.0.15')")],
      'Maven, which fetches it, is not installed (no `mvn` on PATH)',
    ],
    [
      'with Maven that fails',
      () => [
        program('java', ''),
        program('javac', "console.log('javac 17.0.15')"),
        program('mvn', "console.log('[INFO] x\\n[ERROR] Could not transfer'); process.exit(1)"),
      ],
      'exited with code 1:\n     [ERROR] Could not transfer',
    ],
  ])('%s is an error with every way and its reason', async (_, prepare, reason) => {
    prepare();
    const error = await locateTestServer().catch((problem: unknown) => problem);
    expect(error).toMatchObject({ code: 'no-executable' });
    expect((error as Error).message).toContain('  1. BATON_TEST_SERVER: not set\n  2. the cache: nothing in');
    expect((error as Error).message).toMatch(/3. the official download: https:\S+ cannot be reached: /);
    expect((error as Error).message).toContain('  4. its Java artifact: ');
    expect((error as Error).message).toContain(reason);
    expect(readdirSync(cache)).toEqual([]);
  });
});
