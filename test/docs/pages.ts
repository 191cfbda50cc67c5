import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

export const ROOT = join(__dirname, '../..');

/** What people read: `docs/`, and the readme files beside what they describe. */
export interface Page {
  /** Relative to the repository, with slashes. */
  readonly name: string;
  readonly text: string;
}

/** A fenced block of code. */
export interface CodeBlock {
  /** Where its code begins, as `page:line`. */
  readonly place: string;
  readonly code: string;
  /** Code that is taken as given: the comment `<!-- given: … -->` right before the block. */
  readonly given: string;
  /** The folder that its imports start from: `<!-- given in folder: … -->`, else the page's own. */
  readonly folder: string;
  /** The file of which it shows a part: the comment `<!-- excerpt: path -->` right before it. */
  readonly excerptOf: string | undefined;
}

/** All pages, save `docs/api`, which is generated and not kept. */
export function pages(): Page[] {
  const docs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.startsWith(`api${sep}`))
    .map((file) => join(ROOT, 'docs', file));
  const readmes = ['README.md', 'temporal-docker/README.md', 'templates/project/README.md'];
  return [...readmes.map((file) => join(ROOT, file)), ...docs].map((file) => ({
    name: relative(ROOT, file).split(sep).join('/'),
    text: readFileSync(file, 'utf8'),
  }));
}

const BLOCK =
  /(?:^<!-- (?<kind>given|excerpt)(?: in (?<folder>\S+))?:\s*(?<said>(?:(?!-->).)*?)\s*-->\n\n?)?(?<fence>^```(?<language>\w+)\n)(?<code>.*?)^```$/gms;

/** The blocks of a page in one of these languages. */
export function codeBlocks({ name, text }: Page, ...languages: readonly string[]): CodeBlock[] {
  return [...text.matchAll(BLOCK)].flatMap((match) => {
    const { kind, folder, said = '', fence = '', language = '', code = '' } = match.groups ?? {};
    if (!languages.includes(language)) return [];
    const begin = match.index + match[0].indexOf(fence) + fence.length;
    return {
      place: `${name}:${text.slice(0, begin).split('\n').length}`,
      code,
      given: kind === 'given' ? said : '',
      folder: folder ?? dirname(name),
      excerptOf: kind === 'excerpt' ? said : undefined,
    };
  });
}
