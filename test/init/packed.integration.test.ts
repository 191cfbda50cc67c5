/**
 * The package as users get it: packed, installed from the tarball, and the project that `baton init` makes installed,
 * type checked, started and tested with it. Takes minutes, most of them in npm.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const REPOSITORY = join(__dirname, '..', '..');
const MINUTES = 60_000;

let folder: string;
let tarball: string;
const app = () => join(folder, 'my-app');

/** npm hands its own settings of the run around these tests down; they would aim the inner ones at this repository. */
const INHERITED =
  /^(npm_(package|lifecycle|command|config_local_prefix)|INIT_CWD|TEMPORAL_|BATON_TEST_|JEST_|NODE_ENV)/;
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !INHERITED.test(name)));

function run(cwd: string, command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env: environment, encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')}: exit code ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

const install = (cwd: string, ...packages: readonly string[]) =>
  run(cwd, 'npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', ...packages);

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'baton-packed-')));
  const packed = JSON.parse(run(REPOSITORY, 'npm', 'pack', '--json', '--pack-destination', folder)) as {
    filename: string;
  }[];
  tarball = join(folder, packed[0]?.filename ?? '');
  mkdirSync(join(folder, 'tools'));
  install(join(folder, 'tools'), tarball);
}, 10 * MINUTES);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test(
  'a new project installs, compiles, type checks, starts and passes its tests',
  () => {
    const made = run(folder, join(folder, 'tools/node_modules/.bin/baton'), 'init', 'my-app');
    expect(made).toContain('npm start');
    for (const file of [
      '.gitignore',
      'package.json',
      'src/workflows/refund.bpmn',
      'temporal-docker/compose.yaml',
    ]) {
      expect(existsSync(join(app(), file))).toBe(true);
    }
    const manifest = JSON.parse(readFileSync(join(app(), 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(manifest.dependencies['batonflow']).toBe(`file:${relative(app(), tarball)}`);

    install(app());
    run(app(), 'npm', 'run', 'typecheck');
    expect(run(app(), 'npm', 'run', 'compile')).toContain('up to date');
    run(app(), 'npx', '--no-install', 'baton', 'compile', '--check');

    const started = run(app(), 'npm', 'start', '--', '--once');
    expect(started).toContain('Result: { confirmed: true }');
    expect(started).toMatch(/Result: \{[^}]*receipt: 'R-o-\d+'/);
    expect(started).toMatch(
      /In the Temporal UI: http:\/\/127\.0\.0\.1:\d+\/namespaces\/default\/workflows\//,
    );

    run(app(), 'npm', 'test');
  },
  10 * MINUTES,
);
