import { basename, join } from 'node:path';
import ts from 'typescript';
import { functionStub, joinedByName } from '../../src/cli/diagrams/activity-stubs';
import { writeText } from '../work-folder';
import type { Passage } from './stages';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: true,
  types: ['node'],
};

/**
 * Writes the generated code, each diagram to a folder of its own beside stubs of its activities, and type checks it all.
 *
 * @returns the first error of each diagram that has one
 */
export function typeCheck(
  passages: ReadonlyMap<string, Passage>,
  folder: string,
): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const [diagram, passage] of passages) {
    for (const file of writePassage(passage, diagram, folder)) owners.set(file, diagram);
  }
  const program = ts.createProgram([...owners.keys()], OPTIONS);
  const problems = new Map<string, string>();
  for (const { file, messageText, start = 0 } of ts.getPreEmitDiagnostics(program)) {
    const diagram = file && owners.get(file.fileName);
    if (diagram === undefined || problems.has(diagram)) continue;
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    problems.set(
      diagram,
      `${basename(file?.fileName ?? '')}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  }
  return problems;
}

function writePassage({ files, processes }: Passage, diagram: string, folder: string): string[] {
  const own = join(folder, diagram.replace(/[^\w.-]+/g, '_'));
  const called = processes.flatMap(({ activities }) => activities);
  const activities = joinedByName(called.map((activity) => ({ ...activity, diagram })));
  const sources = [
    { file: 'activities.ts', content: ['export {};', ...activities.map(functionStub)].join('\n') },
    ...files.map(({ file, content }) => ({ file: basename(file), content })),
  ];
  return sources.map(({ file, content }) => {
    const path = join(own, file);
    writeText(path, content);
    return path;
  });
}
