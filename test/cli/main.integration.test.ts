import { parse } from 'acorn';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { baton, MAIN } from './support/baton';
import { temporaryFolder } from './support/temporary-folder';

const folder = temporaryFolder();

describe('usage', () => {
  test('help goes to stdout and is fine', async () => {
    const { code, stdout, stderr } = await baton(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: baton/);
  });

  test('the version is that of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(dirname(MAIN), '../../package.json'), 'utf8')) as {
      version: string;
    };
    expect(await baton(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('an unknown command or option is wrong usage, with a suggestion', async () => {
    const command = await baton(['complie']);
    expect(command).toMatchObject({ code: 2, stdout: '' });
    expect(command.stderr).toContain("unknown command 'complie'\n(Did you mean compile?)");
    const option = await baton(['dev', '--onse']);
    expect(option).toMatchObject({ code: 2, stdout: '' });
    expect(option.stderr).toContain("unknown option '--onse'\n(Did you mean --once?)");
  });

  test('no command at all shows the help and is wrong usage', async () => {
    const { code, stderr } = await baton([]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Usage: baton/);
  });
});

describe('an old Node', () => {
  /** Makes this Node say that it is another one, before anything of Baton is loaded. */
  const pretend = (version: string) => {
    folder.write({
      'pretend.cjs': `Object.defineProperty(process.versions, 'node', { value: '${version}' });`,
    });
    return ['--require', folder.path('pretend.cjs')];
  };

  test.each(['18.20.4', '20.18.3'])(
    '%s is told what to do, before anything else is loaded',
    async (version) => {
      const { code, stdout, stderr } = await baton(['--version'], { node: pretend(version) });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain(`baton needs Node >=20.19, this is ${version}.`);
      expect(stderr).toContain('https://nodejs.org');
    },
  );

  test.each(['20.19.0', '22.1.0'])('%s is fine', async (version) => {
    expect(await baton(['--version'], { node: pretend(version) })).toMatchObject({ code: 0, stderr: '' });
  });

  test.each(['main.js', 'require-node.js'])('%s is written so that Node 6 can parse it', (file) => {
    const text = readFileSync(join(dirname(MAIN), file), 'utf8');
    expect(() => parse(text, { ecmaVersion: 2015, sourceType: 'script', allowHashBang: true })).not.toThrow();
  });
});
