import type { Command } from 'commander';
import type { BatonClient } from '../../client';
import type { HumanTask } from '../../shared/wire';
import { CommandError } from '../errors';
import { readInput } from '../input/read-input';
import { describeTask, taskTable } from '../print-tasks';
import { requireProject } from '../project';
import { PROJECT_OPTION, SERVER_HELP } from './shared';

interface Common {
  readonly project?: string;
  readonly json?: boolean;
}

interface ListOptions extends Common {
  readonly process?: string;
  readonly run?: string;
  readonly user?: string;
  readonly group?: string;
}

interface CompleteOptions extends Common {
  readonly user?: string;
  readonly result?: string;
}

export function addTasks(program: Command): void {
  const tasks = program
    .command('tasks')
    .description('list human tasks, and work on them')
    .addHelpText('after', EXAMPLES + SERVER_HELP);

  tasks
    .command('list', { isDefault: true })
    .description('open tasks, the most urgent first')
    .option('--process <type>', 'only those of this process')
    .option('--run <workflow-id>', 'only those of this run')
    .option('--user <name>', 'only those that this person holds or may claim')
    .option('--group <name>', 'only those with this candidate group')
    .option('--json', 'print the tasks as JSON')
    .option(...PROJECT_OPTION)
    .addHelpText('after', SERVER_HELP)
    .action(async ({ project, json = false, process, run, user, group }: ListOptions) => {
      await using client = await connected(project);
      const silent: string[] = [];
      const found = await client.tasks.list({
        ...(process !== undefined && { process }),
        ...(run !== undefined && { workflowId: run }),
        ...(user !== undefined && { user }),
        ...(group !== undefined && { group }),
        onUnanswered: (_run, error) => silent.push(error.message),
      });
      console.log(json ? JSON.stringify(found, null, 2) : taskTable(found));
      if (silent.length > 0) throw new CommandError('The list is incomplete.', { hint: silent.join('\n') });
    });

  taskCommand(tasks, 'claim', 'take a task for a person')
    .requiredOption('--user <name>', 'who takes it')
    .action((run: string, id: string, options: Common & { user: string }) =>
      change(options, (client) => client.tasks.claim({ workflowId: run, id }, options.user)),
    );

  taskCommand(tasks, 'unclaim', 'give a task back to its candidates').action(
    (run: string, id: string, options: Common) =>
      change(options, (client) => client.tasks.unclaim({ workflowId: run, id })),
  );

  taskCommand(tasks, 'assign', 'hand a task to a person')
    .requiredOption('--user <name>', 'who gets it')
    .action((run: string, id: string, options: Common & { user: string }) =>
      change(options, (client) => client.tasks.assign({ workflowId: run, id }, options.user)),
    );

  taskCommand(tasks, 'complete', 'complete a task; the process goes on')
    .option('--result <json>', 'what was entered: JSON, @file, or @- for stdin')
    .option('--user <name>', 'who completes it')
    .action((run: string, id: string, { result, user, ...options }: CompleteOptions) => {
      const value = result === undefined ? undefined : readInput(result, '--result');
      const who = user === undefined ? {} : { user };
      return change(options, (client) => client.tasks.complete({ workflowId: run, id }, value, who));
    });
}

function taskCommand(parent: Command, name: string, description: string): Command {
  return parent
    .command(name)
    .description(description)
    .argument('<run>', 'workflow id of the run')
    .argument('<task>', 'id of the task, as the list shows it: Task_Approve#1')
    .option('--json', 'print the task as it is afterwards as JSON')
    .option(...PROJECT_OPTION)
    .addHelpText('after', SERVER_HELP);
}

async function change(
  { project, json = false }: Common,
  work: (client: BatonClient) => Promise<HumanTask>,
): Promise<void> {
  await using client = await connected(project);
  const task = await work(client);
  console.log(json ? JSON.stringify(task, null, 2) : describeTask(task));
}

async function connected(project: string | undefined): Promise<BatonClient> {
  const { connectTo } = await import('../connect.js');
  return connectTo(requireProject(project));
}

const EXAMPLES = `
Examples:
  baton tasks --group finance
  baton tasks claim refund/o-17 Task_Approve#1 --user eve
  baton tasks complete refund/o-17 Task_Approve#1 --user eve --result '{"approved": true}'
`;
