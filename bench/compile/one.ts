/** Compiles one generated diagram in a process of its own, and says what it took: `tsx bench/compile/one.ts 1000 5`. */
import { compile } from 'batonflow/compiler';
import { diagramOf } from './diagram';

export interface Taken {
  readonly milliseconds: readonly number[];
  /** The most memory that the process has had. */
  readonly kilobytes: number;
  readonly bytesOfXml: number;
  readonly linesOfCode: number;
}

async function main(): Promise<void> {
  const [elements = 0, rounds = 1] = process.argv.slice(2).map(Number);
  await compile({ file: 'warm.bpmn', xml: diagramOf(50) });
  const xml = diagramOf(elements);
  const milliseconds: number[] = [];
  let lines = 0;
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    const { files, diagnostics } = await compile({ file: 'generated.bpmn', xml });
    milliseconds.push(performance.now() - started);
    if (files.length === 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    lines = files.reduce((sum, { content }) => sum + content.split('\n').length, 0);
  }
  const taken: Taken = {
    milliseconds,
    kilobytes: process.resourceUsage().maxRSS,
    bytesOfXml: xml.length,
    linesOfCode: lines,
  };
  console.log(JSON.stringify(taken));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
