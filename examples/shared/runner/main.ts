/** `npm run examples`, `npm run example` and `npm start`: see `npm run example -- --help`. */
import { Command } from 'commander';
import { playAll } from './all';
import { exampleNames, findExample } from './find-examples';
import { playOne } from './one';
import { exampleList } from './report';
import { serveExample } from './serve';

interface Keep {
  readonly keep: boolean;
}

const KEEP = '--no-keep';
const KEEP_TEXT = 'end when the examples are over; in a terminal the Temporal UI stays until Ctrl-C';
const isTerminal = Boolean(process.stdout.isTTY);

const program = new Command('examples').description('Plays the examples against real services.');

program
  .command('all')
  .description('play all examples once, and print a table')
  .option(KEEP, KEEP_TEXT, isTerminal)
  .action(async ({ keep }: Keep) => finish(await playAll({ keep })));

program
  .command('one')
  .description('play one example, and tell its steps')
  .argument('[name]', 'folder of the example')
  .option('--fail <what>', 'make something fail: see --list')
  .option('--list', 'list the examples, and what can fail in each')
  .option('--verbose', 'show what the worker logs', false)
  .option(KEEP, KEEP_TEXT, isTerminal)
  .action(
    async (name: string | undefined, options: Keep & { fail?: string; list?: true; verbose: boolean }) => {
      if (options.list) {
        const examples = await Promise.all(exampleNames().map((known) => findExample(known)));
        console.log(exampleList(examples));
      } else if (name === undefined) {
        throw new Error(`Which one? ${exampleNames().join(', ')}; or --list.`);
      } else finish(await playOne(name, options));
    },
  );

program
  .command('serve')
  .description('start the services of an example, and `baton dev` with its client')
  .argument('<name>', 'folder of the example')
  .argument('[options...]', 'options of `baton dev`')
  .allowUnknownOption()
  .action(async (name: string, options: readonly string[]) => {
    process.exitCode = await serveExample(name, options);
  });

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

function finish(ok: boolean): void {
  process.exitCode = ok ? 0 : 1;
}
