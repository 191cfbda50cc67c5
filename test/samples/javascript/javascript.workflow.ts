import { activitiesOf, enter, holds, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import { javaScript as process } from './javascript.process';

const activities = activitiesOf<typeof implementations>();

/** Scripts. Generated from javascript.bpmn: change the diagram, then run `baton compile`. */
export async function javaScript(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, script, end } = enter(process, input);

  // Total
  script('Task_Total', (vars) => {
    vars.total = vars.price * vars.quantity;
    vars.order.checked = true;
    vars.count += 1;
  });

  // Count lines
  // prettier-ignore
  script('Task_Lines', (vars) => {
    var sum: any = 0;
    // each line once
    for (const line of vars.lines) {
      if (line.amount > vars.limit) sum += line.amount;
    }
    vars.largest = vars.lines.map((l: any) => l.amount).reduce((a: any, b: any) => Math.max(a, b), 0);
    vars.lineTotal = sum;
  });

  // Expensive?
  if (
    holds('Flow_4', vars, (vars) => {
      return vars.total > 100 && vars.lines.some((line: any) => line.amount >= vars.limit);
    })
  ) {
    // Approve
    assign(await task('Task_Approve', activities.approve, vars));
  }
  return end('End');
}
