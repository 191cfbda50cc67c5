import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { compileGame, USER_MODULES } from './compiled';
import { nested, runs, twisted } from './diagrams';
import { isKnownToTypes } from './known';
import { toXml } from './to-xml';

const diagrams = fc.oneof(nested, twisted).filter((draft) => !isKnownToTypes(draft));
const ROOT = join(__dirname, '../../..');

test('emitted code passes the strictest type check', async () => {
  const files = new Map<string, string>();
  const drafts = fc.sample(diagrams, runs(10));
  for (const [i, draft] of drafts.entries()) {
    const { modules, xml } = await compileGame(toXml(draft));
    const folder = join(__dirname, `emitted-${i}`);
    for (const [name, source] of Object.entries({ ...USER_MODULES, ...modules }))
      files.set(join(folder, `${name}.ts`), source);
    files.set(join(folder, 'game.bpmn'), xml);
  }
  expect(problemsOf(files)).toEqual([]);
});

/** Type errors of files that are only here, each with the file's text. */
function problemsOf(files: ReadonlyMap<string, string>): string[] {
  const options = strictest();
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.directoryExists = () => true;
  const sources = [...files.keys()].filter((path) => path.endsWith('.ts'));
  const program = ts.createProgram(sources, options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0;
    const text = ts.flattenDiagnosticMessageText(messageText, '\n');
    return `${file?.fileName}:${line + 1}: ${text}\n${file?.text}`;
  });
}

function strictest(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')) as {
    config: { compilerOptions: Record<string, unknown> };
  };
  const more = {
    rootDir: ROOT,
    noEmit: true,
    incremental: false,
    tsBuildInfoFile: undefined,
    noImplicitReturns: true,
    allowUnreachableCode: false,
    allowUnusedLabels: false,
    types: [],
  };
  return ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, ...more }, ROOT).options;
}
