import {
  defineSearchAttributeKey,
  SearchAttributeType,
  type SearchAttributeUpdatePair,
} from '@temporalio/common';
import type { HumanTask } from '../shared/human-tasks';
import { foundBy } from '../shared/inbox';
import { SEARCH_ATTRIBUTES } from '../shared/names';

const { openTasks, taskAssignee, taskDue, taskState } = SEARCH_ATTRIBUTES;
const foundByKey = defineSearchAttributeKey(openTasks, SearchAttributeType.KEYWORD_LIST);
const assigneeKey = defineSearchAttributeKey(taskAssignee, SearchAttributeType.KEYWORD);
const stateKey = defineSearchAttributeKey(taskState, SearchAttributeType.KEYWORD);
const dueKey = defineSearchAttributeKey(taskDue, SearchAttributeType.DATETIME);

/** Names longer than this are not found by their search attribute; servers refuse long values. */
const MAX_LENGTH = 200;

/** What a human task with a workflow of its own is found by. */
export function taskAttributes(task: HumanTask): SearchAttributeUpdatePair[] {
  const { assignee, state, dueAt } = task;
  return [
    { key: foundByKey, value: [...foundBy(task)] },
    { key: stateKey, value: state },
    { key: assigneeKey, value: assignee === undefined ? null : assignee.slice(0, MAX_LENGTH) },
    { key: dueKey, value: dueAt === undefined ? null : new Date(dueAt) },
  ];
}
