import { stringify } from 'yaml';
import type { Scenario } from '../file/schema';
import type { Played } from './play';
import type { Proposals } from './generate';

/** The file of scenarios that is proposed: each a draft, with what a run of it showed in comments. */
export function draftsFile(
  head: { readonly diagram: string; readonly process?: string | undefined },
  { proposals, unreached }: Proposals,
): string {
  const lines = [
    '# Drafts, proposed by `baton test --generate`. They are run, but do not count as passed. For each: see whether the answers',
    '# are likely, write under `then` what must happen (the comments tell what a run of it showed), and remove `draft`.',
    `diagram: ${inline(head.diagram)}`,
    ...(head.process === undefined ? [] : [`process: ${inline(head.process)}`]),
    'stub: all',
    proposals.length === 0 ? 'scenarios: []' : 'scenarios:',
  ];
  const drafts = proposals.map(({ scenario, played }) => draftText(scenario, played));
  const missed = unreached.map(({ id, why }) => `#   ${id}: ${why}`);
  const rest = missed.length === 0 ? [] : ['', '# What none of them comes by:', ...missed];
  return `${[...lines, drafts.join('\n\n'), ...rest].join('\n')}\n`;
}

const ANSWERS = ['activities', 'scripts', 'decisions', 'processes'] as const;

function draftText(scenario: Scenario, played: Played): string {
  const { name, given, startEvent, when = [] } = scenario;
  return [
    `  - name: ${inline(name)}`,
    '    draft: true',
    ...(given === undefined || Object.keys(given).length === 0 ? [] : [`    given: ${inline(given)}`]),
    ...(startEvent === undefined ? [] : [`    startEvent: ${inline(startEvent)}`]),
    ...ANSWERS.flatMap((kind) => {
      const entries = Object.entries(scenario[kind] ?? {});
      return entries.length === 0
        ? []
        : [`    ${kind}:`, ...entries.map(([id, answer]) => `      ${inline(id)}: ${inline(answer)}`)];
    }),
    ...(when.length === 0 ? [] : ['    when:']),
    ...when.map((step) => `      - ${stepText(step)}`),
    '    # then:',
    `    #   status: ${played.status}`,
    ...(played.error === undefined ? [] : [`    #   error: ${inline(played.error)}`]),
    `    #   passed: ${inline(played.passed)}`,
  ].join('\n');
}

function stepText(step: object): string {
  return Object.entries(step)
    .map(([kind, value]) => `${kind}: ${inline(value)}`)
    .join(', ');
}

function inline(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
}
