import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProgram } from '../../src/cli/program';

const page = readFileSync(join(__dirname, '../../docs/cli.md'), 'utf8');

/** All commands with their full names: `baton tasks claim`. */
function commandsOf(command: Command, name = command.name()): [string, Command][] {
  return [
    [name, command],
    ...command.commands.flatMap((inner) => commandsOf(inner, `${name} ${inner.name()}`)),
  ];
}

test.each(commandsOf(createProgram()))('docs/cli.md has %s and its options', (name, command) => {
  expect(page).toContain(name);
  const missing = command.options
    .map((option) => option.long ?? '')
    .filter((flag) => !page.includes(`\`${flag}`));
  expect(missing.filter((flag) => flag !== '--version')).toEqual([]);
});
