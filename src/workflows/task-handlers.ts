import { defineQuery, defineUpdate, setHandler } from '@temporalio/workflow';
import type { HumanTask, TaskForm } from '../shared/human-tasks';
import { TASK_FORM_QUERY, TASK_UPDATES, TASKS_QUERY } from '../shared/names';
import type { ProcessSpec } from '../shared/process-contract';
import type { Schema } from '../shared/schema';
import { letOthersGoOn } from './let-others-go-on';
import type { Run } from './run';

/** What people ask a run about its tasks, and how they work on them. Temporal calls: `setHandler`, `condition`. */
export function handleTasks(run: Run): void {
  const { process, arrivals, tasks: board } = run;
  setHandler(defineQuery<readonly HumanTask[]>(TASKS_QUERY), () => board.list());
  setHandler(defineQuery<TaskForm | undefined, [string]>(TASK_FORM_QUERY), (id) => {
    const task = board.get(id);
    return task && formOf(process, task);
  });
  // What comes together with the start of the run is heard here and now, before the run can have opened any task.
  let isBeginning = true;
  for (const name of Object.keys(TASK_UPDATES) as (keyof typeof TASK_UPDATES)[]) {
    // The validator refuses before history; the handler decides, because the task may be gone by then.
    const act = (command: unknown, dryRun?: boolean) => board[name](command as never, dryRun);
    const decide = async (command: unknown) => {
      if (!board.knows(command)) await letOthersGoOn(run);
      return arrivals.hear(() => act(command));
    };
    setHandler(defineUpdate<HumanTask, [unknown]>(TASK_UPDATES[name]), decide, {
      validator: (command) => void (isBeginning || act(command, true)),
    });
  }
  isBeginning = false;
}

function formOf(process: ProcessSpec, { element, form }: HumanTask): TaskForm {
  const schema = jsonSchemaOf(process.tasks?.[element]?.result);
  return { ...(form !== undefined && { form }), ...(schema !== undefined && { schema }) };
}

/** Zod's own method: it is there where its classic API is used, and refuses what JSON Schema cannot say. */
function jsonSchemaOf(schema: Schema | undefined): TaskForm['schema'] {
  const { toJSONSchema } = (schema ?? {}) as { toJSONSchema?: (options: object) => TaskForm['schema'] };
  return toJSONSchema?.call(schema, { io: 'input', unrepresentable: 'any' });
}
