import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { drawDiagram } from './draw';

const examples = resolve(__dirname, '..', '..');
const pages = resolve(examples, '..', 'docs', 'examples');

export interface Picture {
  /** Where it belongs: `docs/examples/<name of the diagram>.svg`, absolute. */
  readonly file: string;
  readonly diagram: string;
  readonly svg: string;
}

/** The pictures of all diagrams of the examples. */
export async function pictures(): Promise<readonly Picture[]> {
  const folders = readdirSync(examples).map((name) => join(examples, name, 'workflows'));
  const diagrams = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .filter((file) => file.endsWith('.bpmn'));
  return Promise.all(
    diagrams.map(async (diagram) => ({
      file: join(pages, `${basename(diagram, '.bpmn')}.svg`),
      diagram: relative(examples, diagram),
      svg: await drawDiagram(readFileSync(diagram, 'utf8')),
    })),
  );
}
