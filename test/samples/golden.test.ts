import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import type { GeneratedFile } from '../../src/bpmn/4-emit/emit';
import { compile } from '../../src/bpmn/compile';
import { compileDecisions } from '../../src/bpmn/decisions/compile-decisions';
import { decisionFiles, HAND_WRITTEN, samples } from './sample';

const update = process.env.UPDATE === '1';
const root = join(__dirname, '../..');
const index = join(__dirname, 'workflows.ts');

function compareAll(folder: string, files: readonly GeneratedFile[]) {
  for (const { file, content } of files) {
    const path = join(folder, file);
    if (update) writeFileSync(path, content);
    expect(existsSync(path) ? readFileSync(path, 'utf8') : 'UPDATE=1 writes it').toBe(content);
  }
}

describe.each(samples())('$name', ({ folder, file, xml, options }) => {
  test('compiles to the files beside it', async () => {
    const { files, diagnostics } = await compile({ file, xml }, options);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(files).toHaveLength(2);
    compareAll(folder, files);
  });

  for (const source of decisionFiles(folder)) {
    test(`${source.file} compiles to the file beside it`, () => {
      const { files, diagnostics } = compileDecisions(source);
      expect(diagnostics).toEqual([]);
      expect(files).toHaveLength(1);
      compareAll(folder, files);
    });
  }

  test('compiles to the same whatever line breaks the file has', async () => {
    const [unix, windows] = await Promise.all(
      ['\n', '\r\n'].map((lineBreak) => compile({ file, xml: xml.replace(/\r?\n/g, lineBreak) }, options)),
    );
    expect(windows?.files).toEqual(unix?.files);
  });
});

test('all samples are in the bundle that the integration test runs', () => {
  const lines = samples().map(({ name }) => `export * from './${name}/${name}.workflow';\n`);
  lines.push(`export * from './${HAND_WRITTEN}.workflow';\n`);
  if (update) writeFileSync(index, lines.join(''));
  expect(readFileSync(index, 'utf8')).toBe(lines.join(''));
});

const goldens = samples().flatMap(({ name, folder }) => [
  ...['process', 'workflow'].map((kind) => join(folder, `${name}.${kind}.ts`)),
  ...decisionFiles(folder).map(({ file }) => join(folder, file.replace('.dmn', '.decision.ts'))),
]);

test('generated files pass the strictest type check', () => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')) as {
    config: { compilerOptions: Record<string, unknown> };
  };
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      ...config.compilerOptions,
      rootDir: root,
      noEmit: true,
      incremental: false,
      tsBuildInfoFile: undefined,
      noImplicitReturns: true,
      noFallthroughCasesInSwitch: true,
      noPropertyAccessFromIndexSignature: false,
      allowUnreachableCode: false,
      allowUnusedLabels: false,
      types: [],
    },
    root,
  );
  const program = ts.createProgram(goldens, options);
  const problems = ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, start, messageText }) =>
        `${file?.fileName}:${file?.getLineAndCharacterOfPosition(start ?? 0).line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
  expect(problems).toEqual([]);
});

test('formatting generated files changes nothing', () => {
  const prettier = join(root, 'node_modules/prettier/bin/prettier.cjs');
  const output = execFileSync(process.execPath, [prettier, '--list-different', ...goldens], {
    cwd: root,
    encoding: 'utf8',
    // Files that would change are listed, and make it fail.
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  expect(output).toBe('');
});
