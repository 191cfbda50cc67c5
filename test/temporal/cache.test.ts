import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CachedProgram, fillCache, readCache } from '../../src/temporal/executables/cache';
import { cacheFolder, makeWritable } from '../../src/temporal/executables/cache-folder';

let cache: string;
const program: CachedProgram = { name: 'tool', file: 'tool', check: () => Promise.resolve('tool 1.0') };

async function produce(folder: string): Promise<void> {
  mkdirSync(join(folder, 'lib'));
  writeFileSync(join(folder, 'tool'), 'the tool');
  writeFileSync(join(folder, 'lib', 'part'), 'a part');
  return Promise.resolve();
}

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'baton-cache-'));
  process.env['BATON_CACHE'] = cache;
});
afterEach(() => {
  delete process.env['BATON_CACHE'];
  rmSync(cache, { recursive: true, force: true });
});

describe('an entry', () => {
  test('is read as it was made', async () => {
    const made = await fillCache(program, 'go install', produce);
    expect(made).toEqual({ path: join(cache, 'tool', 'tool'), source: 'go install', version: 'tool 1.0' });
    await expect(readCache(program)).resolves.toEqual({ ...made, source: 'cache' });
  });

  test('that is not there is not found', async () => {
    await expect(readCache(program)).rejects.toThrow(`nothing in ${join(cache, 'tool')}`);
  });

  test.each(['tool', 'lib/part'])('with a cut off %s is noticed, and made again', async (file) => {
    await fillCache(program, 'download', produce);
    truncateSync(join(cache, 'tool', file), 3);
    await expect(readCache(program)).rejects.toThrow(/is damaged: 3 bytes instead of \d+/);
    await fillCache(program, 'download', produce);
    await expect(readCache(program)).resolves.toMatchObject({ version: 'tool 1.0' });
  });

  test('with a file missing is noticed', async () => {
    await fillCache(program, 'download', produce);
    rmSync(join(cache, 'tool', 'lib', 'part'));
    await expect(readCache(program)).rejects.toThrow('is damaged: 0 bytes');
  });

  test('with an unreadable record is noticed', async () => {
    await fillCache(program, 'download', produce);
    writeFileSync(join(cache, 'tool', 'entry.json'), '{"files": {');
    await expect(readCache(program)).rejects.toThrow('entry.json cannot be read');
  });

  test('without a record was not finished', async () => {
    mkdirSync(join(cache, 'tool'));
    writeFileSync(join(cache, 'tool', 'tool'), 'the tool');
    await expect(readCache(program)).rejects.toThrow('nothing in');
  });

  test('that is whole but does not run is noticed', async () => {
    await fillCache(program, 'download', produce);
    const check = () => Promise.reject(new Error('exec format error'));
    await expect(readCache({ ...program, check })).rejects.toThrow('exec format error');
  });
});

describe('making an entry', () => {
  test('that fails leaves nothing, and keeps what was there', async () => {
    await fillCache(program, 'download', produce);
    const failing = async (folder: string) => {
      await produce(folder);
      throw new Error('no space left');
    };
    await expect(fillCache(program, 'download', failing)).rejects.toThrow('no space left');
    expect(readdirSync(cache)).toEqual(['tool']);
    await expect(readCache(program)).resolves.toMatchObject({ source: 'cache' });
  });

  test('that makes something which does not run leaves nothing', async () => {
    const check = () => Promise.reject(new Error('wrong architecture'));
    await expect(fillCache({ ...program, check }, 'download', produce)).rejects.toThrow('wrong architecture');
    expect(readdirSync(cache)).toEqual([]);
  });

  test('clears away what a killed attempt left', async () => {
    mkdirSync(join(cache, 'tool.tmp-0815'));
    mkdirSync(join(cache, 'other.tmp-0815'));
    await fillCache(program, 'download', produce);
    expect(readdirSync(cache)).toEqual(['other.tmp-0815', 'tool']);
  });
});

describe('the cache folder', () => {
  const home = { HOME: '/home/ann' };
  test.each([
    [
      'BATON_CACHE before all',
      { ...home, BATON_CACHE: '/big/disk', XDG_CACHE_HOME: '/x' },
      'linux',
      '/big/disk',
    ],
    ['XDG_CACHE_HOME', { ...home, XDG_CACHE_HOME: '/x' }, 'linux', '/x/batonflow'],
    ['Linux', home, 'linux', '/home/ann/.cache/batonflow'],
    ['macOS', home, 'darwin', '/home/ann/Library/Caches/batonflow'],
    ['Windows', { LOCALAPPDATA: '/users/ann/local' }, 'win32', '/users/ann/local/batonflow'],
  ] as const)('%s', (_, env, platform, expected) => {
    expect(cacheFolder(env, platform)).toBe(expected);
  });

  test('is made when it is not there', () => {
    makeWritable(join(cache, 'a', 'b'), 'the cache folder', '');
    expect(existsSync(join(cache, 'a', 'b'))).toBe(true);
  });

  test('that cannot be made is an error that says where and what to do', () => {
    writeFileSync(join(cache, 'file'), '');
    const folder = join(cache, 'file', 'batonflow');
    expect(() => {
      makeWritable(folder, 'the cache folder', 'Set BATON_CACHE.');
    }).toThrow(
      expect.objectContaining({
        code: 'folder-not-writable',
        message: expect.stringMatching(
          /^Cannot write to the cache folder .*file\/batonflow: .* Set BATON_CACHE\.$/,
        ),
      }),
    );
  });
});
