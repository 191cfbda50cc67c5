import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from '../runner/example';
import { exampleNames } from '../runner/find-examples';

const root = join(__dirname, '../../..');
const docs = join(root, 'docs/examples');

// What a page says about an example is so: the code it shows, the failures it lists, the files it links to.
describe.each(exampleNames())('docs/examples/%s.md', (name) => {
  const page = readFileSync(join(docs, `${name}.md`), 'utf8');

  it('shows code of the example', () => {
    const code = withoutSpace(sourcesOf(join(root, 'examples', name)));
    const shown = [...page.matchAll(/^```ts\n(.*?)^```/gms)].flatMap(([, block = '']) => block.split('\n'));
    // `…` stands for what is left out.
    const strange = shown.filter(
      (line) => !line.includes('…') && !code.includes(withoutSpace(line).replace(/,$/, '')),
    );
    expect(shown).not.toEqual([]);
    expect(strange).toEqual([]);
  });

  it('lists every failure', async () => {
    const module = join(root, 'examples', name, 'example');
    const { example } = (await import(module)) as { example: Example };
    const failures = Object.keys(example.failures);
    expect(failures.filter((failure) => !page.includes(`| \`${failure}\``))).toEqual([]);
  });

  it('links to what is there', () => {
    const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(join(docs, link)))).toEqual([]);
  });
});

function sourcesOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.ts$/.test(file),
  );
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
}

/** However it is broken into lines. */
function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '').replace(/,(?=[}\])])/g, '');
}
