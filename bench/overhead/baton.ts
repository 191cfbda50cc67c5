import { enter, type InputOf } from 'batonflow/workflow';
import * as activities from './contracts';

/** Ten steps in a row: side by side, two completions may share a workflow task, and counts would be left to chance. */
export async function viaBaton(input: InputOf<typeof activities.viaBaton>) {
  const { vars, assign, task, end } = enter(activities.viaBaton, input);
  for (let i = 0; i < 10; i++) assign(await task(`Step ${i}`, activities.step, vars));
  return end('Done', { n: vars.n });
}
