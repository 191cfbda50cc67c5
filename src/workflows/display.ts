import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { Incident } from '../shared/incidents';
import type { ProcessSpec } from '../shared/process-contract';
import { processKey } from '../shared/run-identity';
import { delegationOf, type HumanTask } from '../shared/human-tasks';
import { nameOf } from './run';

/** Beyond these the list says `*`: servers refuse long values, and a refused value fails the run. */
const MAX_ELEMENTS = 10;
const MAX_LENGTH = 500;

/** Characters of a reason that the UI shows. */
const MAX_REASON = 300;

/** The run's page in the Temporal UI: where it is, and what it waits for people to do. Costs no history. */
export function showDetails(
  process: ProcessSpec,
  active: readonly string[],
  tasks: readonly HumanTask[],
  incidents: readonly Incident[],
): void {
  const steps = active.map((element) => `**${escape(nameOf(process, element))}**`).join(', ');
  const now = steps === '' ? 'Between two steps.' : `Now: ${steps}`;
  // The UI's Markdown needs the blank line before a list.
  setCurrentDetails([now, '', ...incidents.map(describeIncident), ...tasks.map(describeTask)].join('\n'));
}

function describeIncident({ id, name, message }: Incident): string {
  const why = message.length > MAX_REASON ? `${message.slice(0, MAX_REASON)}…` : message;
  return `- Incident at **${escape(name)}**: ${escape(why)} (\`${id}\`)`;
}

/** A line of Markdown. */
export function describeTask(task: HumanTask): string {
  const candidates = [...task.candidateGroups, ...task.candidateUsers].join(', ') || 'anyone';
  const who =
    task.assignee === undefined
      ? `open, for ${candidates}`
      : (delegationOf(task) ?? `claimed by ${task.assignee}`);
  const due = task.dueAt === undefined ? '' : `, due ${task.dueAt}`;
  return `- Task **${escape(task.name)}**: ${escape(who)}${due} (\`${task.id}\`)`;
}

/**
 * Keeps a search attribute that lists elements. Only when the server knows the attributes, which the run tells from the
 * client having set `BatonProcess`: an attribute that is not registered would stop the run.
 */
export class ElementsAttribute {
  #sent = '';

  constructor(private readonly name: string) {}

  update(entries: readonly { readonly element: string }[]): void {
    const value = bounded([...new Set(entries.map(({ element }) => element))]);
    const joined = value.join();
    if (joined === this.#sent || workflowInfo().typedSearchAttributes.get(processKey) === undefined) return;
    this.#sent = joined;
    const key = defineSearchAttributeKey(this.name, SearchAttributeType.KEYWORD_LIST);
    upsertSearchAttributes([{ key, value: value.length > 0 ? value : null }]);
  }
}

function bounded(elements: string[]): string[] {
  return elements.length > MAX_ELEMENTS || elements.join().length > MAX_LENGTH ? ['*'] : elements;
}

function escape(text: string): string {
  return text.replace(/[\\|*_`[\]<>]/g, '\\$&').replace(/\s+/g, ' ');
}
