import { drawDiagram } from 'batonflow/compiler';
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';

const examples = resolve(__dirname, '..', '..');
const docs = resolve(examples, '..', 'docs');
/** The diagram of every new project, which the README shows. */
const template = resolve(examples, '..', 'templates', 'project', 'src', 'workflows', 'refund.bpmn');

export interface Picture {
  /** Where it belongs: `docs/examples/<name of the diagram>.svg`, or `docs/images`, absolute. */
  readonly file: string;
  readonly diagram: string;
  readonly svg: string;
}

/** The pictures of all diagrams of the examples, and of a new project's. */
export async function pictures(): Promise<readonly Picture[]> {
  const folders = readdirSync(examples).map((name) => join(examples, name, 'workflows'));
  const diagrams = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .filter((file) => file.endsWith('.bpmn'));
  return Promise.all(
    [...diagrams, template].map(async (diagram) => ({
      file: join(docs, diagram === template ? 'images' : 'examples', `${basename(diagram, '.bpmn')}.svg`),
      diagram: relative(examples, diagram),
      svg: (await drawDiagram(readFileSync(diagram, 'utf8'))) ?? '',
    })),
  );
}
