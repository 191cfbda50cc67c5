import type { Command } from 'commander';
import type { OpenVariables } from '../../shared/process-contract';
import { readInput } from '../input/read-input';
import { requireProject } from '../project';
import { PROJECT_OPTION, SERVER_HELP } from './shared';

interface Options {
  readonly project?: string;
  readonly input?: string;
  readonly id?: string;
  readonly businessKey?: string;
  readonly startEvent?: string;
  readonly wait?: boolean;
  readonly json?: boolean;
}

export function addStart(program: Command): void {
  program
    .command('start')
    .description('start a run of a process; its input is checked before anything is sent')
    .argument('<process>', 'workflow type, as it is exported: orderFulfilment')
    .option('--input <json>', 'the input: JSON, @file, or @- for stdin')
    .option('--id <id>', 'workflow id; default: <process>/<business key>, else a random one')
    .option('--business-key <key>', 'what people call this case: an order number')
    .option('--start-event <id>', 'where to begin, if the diagram has several start events')
    .option('--wait', 'wait for the result and print it')
    .option('--json', 'print what was started, and the result, as JSON')
    .option(...PROJECT_OPTION)
    .addHelpText('after', SERVER_HELP)
    .action(async (type: string, { wait = false, json = false, ...options }: Options) => {
      const { connectTo } = await import('../connect.js');
      const { findProcess } = await import('../find-process.js');
      const { withoutWorker } = await import('../without-worker.js');
      const project = requireProject(options.project);
      const input = options.input === undefined ? {} : readInput(options.input, '--input');
      const process = await findProcess(project, type);
      await using client = await connectTo(project);
      const run = await client.start(process, input as OpenVariables, {
        ...(options.id !== undefined && { id: options.id }),
        ...(options.businessKey !== undefined && { businessKey: options.businessKey }),
        ...(options.startEvent !== undefined && { startEvent: options.startEvent }),
      });
      const started = { id: run.id, runId: run.runId, ...(run.uiUrl !== undefined && { uiUrl: run.uiUrl }) };
      if (!json) console.log([`Started ${run.id}`, run.uiUrl].filter(Boolean).join('\n'));
      const warning = await withoutWorker(client, project.taskQueue);
      if (warning !== undefined) console.error(warning);
      const outcome = wait ? { ...started, result: await run.result() } : started;
      if (json) console.log(JSON.stringify(outcome, null, 2));
      else if ('result' in outcome) console.log(JSON.stringify(outcome.result, null, 2));
    });
}
