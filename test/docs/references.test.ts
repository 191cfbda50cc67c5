import type { Command } from 'commander';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createProgram } from '../../src/cli/program';
import { codeBlocks, pages, ROOT } from './pages';

const program = createProgram();
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe.each(pages())('$name', (page) => {
  test('has links that lead somewhere', () => {
    const links = [...page.text.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !leadsSomewhere(link, page.name, page.text))).toEqual([]);
  });

  test('calls commands, options and scripts that there are', () => {
    const lines = codeBlocks(page, 'sh', 'bash').flatMap(({ code }) =>
      code.replace(/\\\n/g, ' ').split('\n'),
    );
    expect(lines.flatMap(mistakes)).toEqual([]);
  });
});

function leadsSomewhere(link: string, page: string, text: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? join(ROOT, page) : join(ROOT, dirname(page), path);
  if (!existsSync(target)) return false;
  if (anchor === undefined || !/(^|\.md)$/.test(path)) return true;
  return anchorsOf(path === '' ? text : readFileSync(target, 'utf8')).includes(anchor);
}

/** The anchors that GitHub gives headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

/** What is wrong with the calls of npm and baton in a line of shell. */
function mistakes(line: string): string[] {
  return [...mistakenScripts(line), ...mistakenCommands(line)];
}

function mistakenScripts(line: string): string[] {
  const [, script] = /\bnpm run (?:--\S+ )*([\w:-]+)/.exec(line) ?? [];
  return script === undefined || script in scripts || PROJECT_SCRIPTS.has(script)
    ? []
    : [`npm run ${script}`];
}

const PROJECT_SCRIPTS = new Set(['compile', 'typecheck', 'worker']);

function mistakenCommands(line: string): string[] {
  const [, call] = /\bbaton ((?:[^#'&|]|'[^']*')+)/.exec(line) ?? [];
  if (call === undefined) return [];
  const words = call.trim().split(/\s+/);
  let command: Command = program;
  for (const word of words) {
    const next = command.commands.find((each) => each.name() === word);
    if (!next) break;
    command = next;
  }
  if (command === program) return [`baton ${words[0]}`];
  const known = new Set([...command.options, ...program.options].map(({ long }) => long));
  return words
    .filter((word) => word.startsWith('--') && word.length > 2 && !known.has(word))
    .map((option) => `${command.name()} ${option}`);
}
