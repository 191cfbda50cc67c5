import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { codeBlocks, pages, ROOT, type CodeBlock } from './pages';

/** The pages of the examples are held to the examples' sources by examples/shared/test/docs.test.ts. */
const blocks = pages()
  .filter(({ name }) => !name.startsWith('docs/examples/'))
  .flatMap((page) => codeBlocks(page, 'ts'));
const excerpts = blocks.filter(({ excerptOf }) => excerptOf !== undefined);
const wholes = blocks.filter(({ excerptOf }) => excerptOf === undefined);

// A block that takes something for granted says so in a comment before it: <!-- given: import … -->, see pages.ts.
test('code of the documentation passes the type check', () => {
  expect(wholes.length).toBeGreaterThan(20);
  expect(problemsOf(wholes)).toEqual([]);
});

test.each(excerpts)('$place shows what is in $excerptOf', ({ code, excerptOf = '' }) => {
  const source = withoutSpace(readFileSync(join(ROOT, excerptOf), 'utf8'));
  // `…` stands for what is left out.
  const shown = code.split('\n').filter((line) => line.trim() !== '' && !line.includes('…'));
  expect(shown).not.toEqual([]);
  expect(shown.filter((line) => !source.includes(withoutSpace(line).replace(/,$/, '')))).toEqual([]);
});

/** Type errors of blocks, each checked as a module, behind what is given for it. */
function problemsOf(checked: readonly CodeBlock[]): string[] {
  const modules = new Map(
    checked.map((block, i) => [join(ROOT, block.folder, `block-${i}.ts`), block] as const),
  );
  const options: ts.CompilerOptions = {
    ...strict(),
    // So that a block may await, as scripts do.
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    noEmit: true,
    incremental: false,
    noUnusedLocals: false,
    noUnusedParameters: false,
    types: ['node', 'jest'],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  const textOf = (path: string) => {
    const block = modules.get(path);
    return block && `${block.given}\nexport {};\n${block.code}`;
  };
  host.fileExists = (path) => modules.has(path) || fileExists(path);
  host.readFile = (path) => textOf(path) ?? readFile(path);
  return ts.getPreEmitDiagnostics(ts.createProgram([...modules.keys()], options, host)).map((diagnostic) => {
    const { file, start = 0, messageText } = diagnostic;
    const text = ts.flattenDiagnosticMessageText(messageText, '\n');
    const place = (file && modules.get(file.fileName)?.place) ?? file?.fileName;
    const line = file?.text.slice(file.text.lastIndexOf('\n', start) + 1).split('\n', 1)[0];
    return `${place}: ${text} In: ${line}`;
  });
}

/** The options of the package itself, which are as strict as any user's. */
function strict(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')) as {
    config: { compilerOptions: Record<string, unknown> };
  };
  const { rootDir: _, tsBuildInfoFile: __, outDir: ___, ...rest } = config.compilerOptions;
  return ts.convertCompilerOptionsFromJson(rest, ROOT).options;
}

/** However it is broken into lines. */
function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '').replace(/,(?=[}\])])/g, '');
}
