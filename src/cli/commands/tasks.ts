import { InvalidArgumentError, type Command } from 'commander';
import type { BatonClient, TaskFilter } from '../../client';
import type { HumanTask, TaskChanges } from '../../shared/human-tasks';
import { CommandError, UsageError } from '../errors';
import { readInput } from '../input/read-input';
import { describeTask, taskDetails, taskTable } from '../print-tasks';
import { PROJECT_OPTION, SERVER_HELP } from './shared';
import { connected, print } from './with-client';

interface Common {
  readonly project?: string;
  readonly json?: boolean;
}

interface Actor {
  readonly user?: string;
}

interface ListOptions extends Common, Actor {
  readonly process?: string;
  readonly run?: string;
  readonly group?: string;
  readonly groups?: readonly string[];
  readonly assignee?: string;
  readonly element?: string;
  readonly unclaimed?: boolean;
  readonly dueBefore?: Date;
  readonly followUpBefore?: Date;
  readonly sort: string;
  readonly offset?: number;
  readonly limit?: number;
}

interface ChangeOptions extends Common, Actor {
  readonly due?: string;
  readonly followUp?: string;
  readonly priority?: number | null;
  readonly candidateUsers?: readonly string[];
  readonly candidateGroups?: readonly string[];
}

export function addTasks(program: Command): void {
  const tasks = program
    .command('tasks')
    .description('list human tasks, and work on them')
    .addHelpText('after', EXAMPLES + SERVER_HELP);
  addList(tasks);

  taskCommand(tasks, 'show', 'everything that is known of a task').action(
    (run: string, id: string, options: Common) =>
      print(options, (client) => client.tasks.get({ workflowId: run, id }), taskDetails),
  );

  taskCommand(tasks, 'form', 'what has to be filled in to complete a task, as JSON schema').action(
    (run: string, id: string, options: Common) =>
      print(
        options,
        (client) => client.tasks.form({ workflowId: run, id }),
        ({ form, schema }) =>
          [...(form === undefined ? [] : [`Form: ${form}`]), schemaText(schema)].join('\n'),
      ),
  );

  taskCommand(tasks, 'claim', 'take a task for a person')
    .requiredOption('--user <name>', 'who takes it')
    .option('--groups <names>', 'the groups that this person is in, checked against the candidates', names)
    .action((run: string, id: string, { user, groups, ...options }: ListOptions & { user: string }) =>
      change(options, (client) =>
        client.tasks.claim({ workflowId: run, id }, user, groups === undefined ? {} : { groups }),
      ),
    );

  actorCommand(tasks, 'unclaim', 'give a task back to its candidates', 'who gives it back').action(
    (run: string, id: string, options: Common & Actor) =>
      change(options, (client) => client.tasks.unclaim({ workflowId: run, id }, actor(options))),
  );

  taskCommand(tasks, 'assign', 'hand a task to a person')
    .requiredOption('--user <name>', 'who gets it')
    .action((run: string, id: string, options: Common & { user: string }) =>
      change(options, (client) => client.tasks.assign({ workflowId: run, id }, options.user)),
    );

  actorCommand(tasks, 'delegate', 'have somebody else do a task, and hand it back', 'who delegates it')
    .requiredOption('--to <name>', 'who is to do it')
    .action((run: string, id: string, options: Common & Actor & { to: string }) =>
      change(options, (client) => client.tasks.delegate({ workflowId: run, id }, options.to, actor(options))),
    );

  actorCommand(tasks, 'resolve', 'hand a delegated task back to its owner', 'who hands it back').action(
    (run: string, id: string, options: Common & Actor) =>
      change(options, (client) => client.tasks.resolve({ workflowId: run, id }, actor(options))),
  );

  actorCommand(tasks, 'change', "change a task's dates, priority or candidates", 'who changes it')
    .option('--due <date>', 'due date: ISO 8601 date, duration from now (P2D), or "none"')
    .option('--follow-up <date>', 'follow-up date, likewise')
    .option('--priority <number>', 'priority: a number, or "none"', numberOrNone)
    .option('--candidate-users <names>', 'candidates, instead of those before; separated by commas', names)
    .option('--candidate-groups <names>', 'candidate groups, likewise', names)
    .action((run: string, id: string, options: ChangeOptions) => {
      const changes = changesOf(options);
      return change(options, (client) =>
        client.tasks.change({ workflowId: run, id }, changes, actor(options)),
      );
    });

  actorCommand(tasks, 'comment', 'say something about a task', 'who says it')
    .requiredOption('--text <text>', 'what there is to say')
    .action((run: string, id: string, options: Common & Actor & { text: string }) =>
      change(options, (client) =>
        client.tasks.comment({ workflowId: run, id }, options.text, actor(options)),
      ),
    );

  actorCommand(tasks, 'complete', 'complete a task; the process goes on', 'who completes it')
    .option('--result <json>', 'what was entered: JSON, @file, or @- for stdin')
    .action((run: string, id: string, { result, ...options }: Common & Actor & { result?: string }) => {
      const value = result === undefined ? undefined : readInput(result, '--result');
      return change(options, (client) =>
        client.tasks.complete({ workflowId: run, id }, value, actor(options)),
      );
    });
}

function addList(tasks: Command): void {
  tasks
    .command('list', { isDefault: true })
    .description('open tasks, the most urgent first')
    .option('--process <type>', 'only those of this process')
    .option('--run <workflow-id>', 'only those of this run')
    .option('--user <name>', 'only those that this person holds or may claim')
    .option('--groups <names>', 'the groups that this person is in; separated by commas', names)
    .option('--assignee <name>', 'only those that this person holds')
    .option('--group <name>', 'only those with this candidate group')
    .option('--element <id>', 'only those of this user task')
    .option('--unclaimed', 'only those that nobody holds')
    .option('--due-before <date>', 'only those that are due before this date', date)
    .option('--follow-up-before <date>', 'without those that need not be looked at before this date', date)
    .option('--sort <order>', 'urgency, due or created', 'urgency')
    .option('--offset <n>', 'skip as many', count)
    .option('--limit <n>', 'at most as many', count)
    .option('--json', 'print the tasks as JSON')
    .option(...PROJECT_OPTION)
    .addHelpText('after', SERVER_HELP)
    .action(async ({ project, json = false, ...options }: ListOptions) => {
      const filter = filterOf(options);
      await using client = await connected(project);
      const silent: string[] = [];
      const found = await client.tasks.list({
        ...filter,
        onUnanswered: (_run, error) => silent.push(error.message),
      });
      console.log(json ? JSON.stringify(found, null, 2) : taskTable(found));
      if (silent.length > 0) throw new CommandError('The list is incomplete.', { hint: silent.join('\n') });
    });
}

const ORDERS = ['urgency', 'due', 'created'] as const;

function filterOf({ run, unclaimed, sort, ...options }: ListOptions): TaskFilter<string> {
  const order = ORDERS.find((one) => one === sort);
  if (!order) throw new UsageError(`--sort ${sort}: it must be one of ${ORDERS.join(', ')}.`);
  return {
    ...options,
    sort: order,
    ...(run !== undefined && { workflowId: run }),
    ...(unclaimed === true && { claimed: false }),
  };
}

function changesOf({ due, followUp, priority, candidateUsers, candidateGroups }: ChangeOptions): TaskChanges {
  const value = (text: string) => (text === 'none' ? null : text);
  const changes: TaskChanges = {
    ...(due !== undefined && { dueAt: value(due) }),
    ...(followUp !== undefined && { followUpAt: value(followUp) }),
    ...(priority !== undefined && { priority }),
    ...(candidateUsers !== undefined && { candidateUsers }),
    ...(candidateGroups !== undefined && { candidateGroups }),
  };
  if (Object.keys(changes).length === 0)
    throw new UsageError('Nothing to change.', { hint: 'baton tasks change --help lists what can be.' });
  return changes;
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

function actorCommand(parent: Command, name: string, description: string, who: string): Command {
  return taskCommand(parent, name, description).option('--user <name>', who);
}

function actor({ user }: Actor): Actor {
  return user === undefined ? {} : { user };
}

function change(options: Common, work: (client: BatonClient) => Promise<HumanTask>): Promise<void> {
  return print(options, work, describeTask);
}

function schemaText(schema: unknown): string {
  return schema === undefined ? 'Anything completes it.' : JSON.stringify(schema, null, 2);
}

function names(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function date(text: string): Date {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) throw new InvalidArgumentError('It must be an ISO 8601 date.');
  return moment;
}

function numberOrNone(text: string): number | null {
  if (text === 'none') return null;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw new InvalidArgumentError('It must be a number, or "none".');
  }
  return value;
}

function count(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

const EXAMPLES = `
Examples:
  baton tasks --user eve --groups finance,sales
  baton tasks claim refund/o-17 Task_Approve#1 --user eve
  baton tasks complete refund/o-17 Task_Approve#1 --user eve --result '{"approved": true}'
  baton tasks delegate refund/o-17 Task_Approve#1 --user eve --to bob
`;
