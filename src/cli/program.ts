import { Command, CommanderError } from 'commander';
import { addCompile } from './commands/compile';
import { addDeploy } from './commands/deploy';
import { addDev } from './commands/dev';
import { addIncidents } from './commands/incidents';
import { addInit } from './commands/init';
import { addLint } from './commands/lint';
import { addMessage } from './commands/message';
import { addMigrate } from './commands/migrate';
import { addOverview } from './commands/overview';
import { addProgress } from './commands/progress';
import { addReplay } from './commands/replay';
import { addSignal } from './commands/signal';
import { addStart } from './commands/start';
import { addTasks } from './commands/tasks';
import { addTest } from './commands/test';
import { addWorker } from './commands/worker';
import { explain } from './explain';
import { packageVersion } from './package-info';

/**
 * In the order in which help shows them. They load what they need when they run: help and wrong usage should not wait for
 * Temporal's SDK.
 */
const COMMANDS: readonly ((program: Command) => void)[] = [
  addInit,
  addDev,
  addCompile,
  addLint,
  addMigrate,
  addDeploy,
  addTest,
  addReplay,
  addWorker,
  addStart,
  addMessage,
  addSignal,
  addOverview,
  addProgress,
  addTasks,
  addIncidents,
];

/** All commands, not yet run. */
export function createProgram(): Command {
  const program = new Command('baton')
    .description(
      'Durable business processes on Temporal: TypeScript workflows, and BPMN diagrams compiled to them.',
    )
    .version(packageVersion())
    .option('--debug', 'show stack traces of errors')
    .showHelpAfterError('(--help tells more)')
    .exitOverride();
  for (const add of COMMANDS) add(program);
  return program;
}

/**
 * Runs one command line and ends the process with its exit code: 0 fine, 1 the work failed, 2 wrong usage. It ends the
 * process even when modules of the user's have left something open.
 */
export async function main(args: readonly string[]): Promise<void> {
  const program = createProgram();
  let exitCode = 0;
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    exitCode = error instanceof CommanderError ? usageExitCode(error) : report(error, program);
  }
  process.exit(exitCode);
}

/** Commander has printed what there was to say; it uses 1 for wrong usage, and 0 for help and version. */
function usageExitCode(error: CommanderError): number {
  return error.exitCode === 0 ? 0 : 2;
}

function report(error: unknown, program: Command): number {
  const { text, exitCode } = explain(error, { debug: program.opts<{ debug?: boolean }>().debug ?? false });
  console.error(text);
  return exitCode;
}
