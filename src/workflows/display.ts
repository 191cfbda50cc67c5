import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { SEARCH_ATTRIBUTES } from '../shared/names';
import type { ProcessSpec } from '../shared/process-contract';
import { processKey } from '../shared/run-identity';
import type { HumanTask } from '../shared/human-tasks';
import { nameOf } from './run';

const openTasksKey = defineSearchAttributeKey(SEARCH_ATTRIBUTES.openTasks, SearchAttributeType.KEYWORD_LIST);

/** Beyond these the list says `*`: servers refuse long values, and a refused value fails the run. */
const MAX_TASKS = 10;
const MAX_LENGTH = 500;

/** The run's page in the Temporal UI: where it is, and what it waits for people to do. Costs no history. */
export function showDetails(
  process: ProcessSpec,
  active: readonly string[],
  tasks: readonly HumanTask[],
): void {
  const steps = active.map((element) => `**${escape(nameOf(process, element))}**`).join(', ');
  const now = steps === '' ? 'Between two steps.' : `Now: ${steps}`;
  // The UI's Markdown needs the blank line before a list.
  setCurrentDetails([now, '', ...tasks.map(describeTask)].join('\n'));
}

function describeTask(task: HumanTask): string {
  const candidates = [...task.candidateGroups, ...task.candidateUsers].join(', ') || 'anyone';
  const who = task.assignee === undefined ? `open, for ${candidates}` : `claimed by ${task.assignee}`;
  const due = task.dueAt === undefined ? '' : `, due ${task.dueAt}`;
  return `- Task **${escape(task.name)}**: ${escape(who)}${due} (\`${task.id}\`)`;
}

/**
 * Keeps the search attribute of open tasks. Only when the server knows the attributes, which the run tells from the
 * client having set `BatonProcess`: an attribute that is not registered would stop the run.
 */
export class OpenTasksAttribute {
  #sent = '';

  update(tasks: readonly HumanTask[]): void {
    const value = bounded([...new Set(tasks.map((task) => task.element))]);
    const joined = value.join();
    if (joined === this.#sent || workflowInfo().typedSearchAttributes.get(processKey) === undefined) return;
    this.#sent = joined;
    upsertSearchAttributes([{ key: openTasksKey, value: value.length > 0 ? value : null }]);
  }
}

function bounded(elements: string[]): string[] {
  return elements.length > MAX_TASKS || elements.join().length > MAX_LENGTH ? ['*'] : elements;
}

function escape(text: string): string {
  return text.replace(/[\\|*_`[\]<>]/g, '\\$&').replace(/\s+/g, ' ');
}
