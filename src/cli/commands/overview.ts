import type { Command } from 'commander';
import { addIsoDuration, parseIsoDuration } from '../../shared/durations';
import { UsageError } from '../errors';
import { overviewText } from '../print-overview';
import { PROJECT_OPTION, SERVER_HELP } from './shared';
import { print } from './with-client';

interface Options {
  readonly project?: string;
  readonly since: string;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  $ baton overview
  $ baton overview orderFulfilment --since P30D
  $ baton overview --since 2026-11-01 --json
`;

export function addOverview(program: Command): void {
  program
    .command('overview')
    .description(
      'all processes at a glance: open runs, completion rate, cycle time, error rate, busy workers',
    )
    .argument('[processes...]', 'workflow types; default: all that have runs')
    .option('--since <time>', 'count what has ended since then: a date, or a duration before now', 'P7D')
    .option('--json', 'print it as JSON: times in milliseconds, shares from 0 to 1')
    .option(...PROJECT_OPTION)
    .addHelpText('after', EXAMPLES + SERVER_HELP)
    .action((processes: string[], { since, ...options }: Options) => {
      const begin = timeOf(since);
      return print(options, (client) => client.overview({ processes, since: begin }), overviewText);
    });
}

/** A date as it stands, or a duration before now. */
function timeOf(text: string): Date {
  const duration = parseIsoDuration(text);
  const time = duration ? addIsoDuration(new Date(), duration, { times: -1 }) : new Date(text);
  if (!Number.isNaN(time.getTime()) && time.getTime() <= Date.now()) return time;
  throw new UsageError(`--since ${text}: it must be a time that has passed.`, {
    hint: 'A date (2026-11-01, 2026-11-01T08:00:00Z), or how long ago as an ISO 8601 duration (P7D, PT12H).',
  });
}
