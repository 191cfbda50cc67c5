import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { join } from 'node:path';

/** Everything in a bundle is loaded for every run, so what may be in it, and how much, is part of the contract. */
const ROOMS = ['shared', 'workflows'];
const PACKAGES = ['@temporalio/common', '@temporalio/workflow', 'long', 'ms', 'nexus-rpc', 'zod'];
const OUR_LIMIT = 328 * 1024;

interface Source {
  readonly name: string;
  readonly size: number;
}

/** The sources of the bundle of `file`, as its source map lists them. */
async function sourcesOf(file: string): Promise<Source[]> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(__dirname, 'fixtures', file),
    workflowInterceptorModules: [require.resolve('batonflow/interceptors')],
    logger: new DefaultLogger('ERROR'),
  });
  const map = code.slice(code.lastIndexOf('base64,') + 'base64,'.length);
  const { sources, sourcesContent } = JSON.parse(Buffer.from(map, 'base64').toString()) as {
    sources: string[];
    sourcesContent: string[];
  };
  return sources.map((name, i) => ({ name, size: sourcesContent[i]?.length ?? 0 }));
}

const roomOf = ({ name }: Source) =>
  /\/dist\/([^/]+)\/[^/]+\.js$/.exec(name.replace(/.*node_modules.*/, ''))?.[1];
const packageOf = ({ name }: Source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1];
const distinct = (names: (string | undefined)[]) =>
  [...new Set(names.filter((name) => name !== undefined))].sort();

describe('the workflow bundle', () => {
  let sources: Source[];
  beforeAll(async () => {
    sources = await sourcesOf('workflows.ts');
  });

  it('holds only the sandbox side of Baton', () => expect(distinct(sources.map(roomOf))).toEqual(ROOMS));

  it('holds only packages that are meant for the sandbox: no FEEL unless a diagram needs it', () =>
    expect(distinct(sources.map(packageOf))).toEqual(PACKAGES));

  it('adds little of its own', () => {
    const ours = sources.filter((source) => roomOf(source) !== undefined);
    expect(ours.length).toBeGreaterThan(20);
    expect(ours.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(OUR_LIMIT);
  });
});
