import type { Command } from 'commander';
import type { BatonClient } from '../../client';
import { INCIDENT_KINDS, type Incident, type IncidentEdits, type IncidentKind } from '../../shared/incidents';
import { CommandError, UsageError } from '../errors';
import { readInput } from '../input/read-input';
import { describeIncident, incidentDetails, incidentTable } from '../print-incidents';
import { PROJECT_OPTION, SERVER_HELP } from './shared';
import { connected, print } from './with-client';

interface Common {
  readonly project?: string;
  readonly json?: boolean;
}

interface Actor {
  readonly user?: string;
}

interface ListOptions extends Common {
  readonly process?: string;
  readonly run?: string;
  readonly element?: string;
  readonly kind?: string;
}

interface ChangeOptions extends Common, Actor {
  readonly variables?: string;
  readonly input?: string;
}

export function addIncidents(program: Command): void {
  const incidents = program
    .command('incidents')
    .description('list failures that wait for somebody, and say how to go on')
    .addHelpText('after', EXAMPLES + SERVER_HELP);
  addList(incidents);

  incidentCommand(incidents, 'show', 'everything that is known of an incident, with the variables').action(
    (run: string, id: string, options: Common) =>
      print(options, (client) => client.incidents.get({ workflowId: run, id }), incidentDetails),
  );

  changingCommand(incidents, 'retry', 'do the failed step again, after changes if there are any').action(
    (run: string, id: string, options: ChangeOptions) => {
      const changes = { ...changesOf(options), ...actor(options) };
      return change(options, (client) => client.incidents.retry({ workflowId: run, id }, changes));
    },
  );

  changingCommand(incidents, 'edit', "change variables or the step's input; the incident stays open").action(
    (run: string, id: string, options: ChangeOptions) => {
      const changes = changesOf(options);
      if (Object.keys(changes).length === 0)
        throw new UsageError('Nothing to change.', { hint: 'Give --variables or --input.' });
      return change(options, (client) =>
        client.incidents.edit({ workflowId: run, id }, { ...changes, ...actor(options) }),
      );
    },
  );

  actorCommand(incidents, 'skip', 'go on as if the step had given a result')
    .option('--result <json>', 'the result: JSON, @file, or @- for stdin')
    .action((run: string, id: string, { result, ...options }: Common & Actor & { result?: string }) => {
      const value = result === undefined ? undefined : readInput(result, '--result');
      return change(options, (client) =>
        client.incidents.skip({ workflowId: run, id }, value, actor(options)),
      );
    });

  actorCommand(incidents, 'fail', 'let the failure go on, which fails the run').action(
    (run: string, id: string, options: Common & Actor) =>
      change(options, (client) => client.incidents.fail({ workflowId: run, id }, actor(options))),
  );
}

function addList(incidents: Command): void {
  incidents
    .command('list', { isDefault: true })
    .description('open incidents, the oldest first')
    .option('--process <type>', 'only those of this process')
    .option('--run <workflow-id>', 'only those of this run, and of the runs that it called')
    .option('--element <id>', 'only those at this element')
    .option('--kind <kind>', `only those of this kind: ${INCIDENT_KINDS.join(', ')}`)
    .option('--json', 'print the incidents as JSON')
    .option(...PROJECT_OPTION)
    .addHelpText('after', SERVER_HELP)
    .action(async ({ project, json = false, process, run, element, kind }: ListOptions) => {
      const filter = {
        ...(process !== undefined && { process }),
        ...(run !== undefined && { within: run }),
        ...(element !== undefined && { element }),
        ...(kind !== undefined && { kind: kindOf(kind) }),
      };
      await using client = await connected(project);
      const silent: string[] = [];
      const found = await client.incidents.list({
        ...filter,
        onUnanswered: (_run, error) => silent.push(error.message),
      });
      console.log(json ? JSON.stringify(found, null, 2) : incidentTable(found));
      if (silent.length > 0) throw new CommandError('The list is incomplete.', { hint: silent.join('\n') });
    });
}

function kindOf(text: string): IncidentKind {
  const kind = INCIDENT_KINDS.find((one) => one === text);
  if (kind) return kind;
  throw new UsageError(`--kind ${text}: it must be one of ${INCIDENT_KINDS.join(', ')}.`);
}

function incidentCommand(parent: Command, name: string, description: string): Command {
  return parent
    .command(name)
    .description(description)
    .argument('<run>', 'workflow id of the run')
    .argument('<incident>', 'id of the incident, as the list shows it: Task_Charge#1')
    .option('--json', 'print the incident as it is afterwards as JSON')
    .option(...PROJECT_OPTION)
    .addHelpText('after', SERVER_HELP);
}

function actorCommand(parent: Command, name: string, description: string): Command {
  return incidentCommand(parent, name, description).option('--user <name>', 'who does it, for the record');
}

function changingCommand(parent: Command, name: string, description: string): Command {
  return actorCommand(parent, name, description)
    .option('--variables <json>', 'new values of variables: JSON object, @file, or @- for stdin')
    .option('--input <json>', "fields of the step's input, likewise; the others stay");
}

function changesOf({ variables, input }: ChangeOptions): IncidentEdits {
  return {
    ...(variables !== undefined && { variables: objectIn(variables) }),
    ...(input !== undefined && { input: readInput(input, '--input') }),
  };
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  const value = readInput(text, '--variables');
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>;
  throw new UsageError('--variables must be an object: {"name": value}.');
}

function actor({ user }: Actor): Actor {
  return user === undefined ? {} : { user };
}

function change(options: Common, work: (client: BatonClient) => Promise<Incident>): Promise<void> {
  return print(options, work, describeIncident);
}

const EXAMPLES = `
Examples:
  baton incidents --process order
  baton incidents show order/17 Task_Charge#1
  baton incidents retry order/17 Task_Charge#1 --input '{"card": "4000 0000 0000 0002"}' --user eve
  baton incidents skip order/17 Task_Charge#1 --result '{"receipt": "paid in cash"}'
`;
