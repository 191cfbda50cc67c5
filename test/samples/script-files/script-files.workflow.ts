import { activitiesOf, enter, holds, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import { scriptFiles as process } from './script-files.process';

const activities = activitiesOf<typeof implementations>();

/** Script files. Generated from script-files.bpmn: change the diagram, then run `baton compile`. */
export async function scriptFiles(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, task, script, end } = enter(process, input);

  // Price
  // prettier-ignore
  vars.price = script('Task_Price', (vars) => {
    // 10 % off for ten or more
    var full = vars.amount * vars.unitPrice;
    return vars.amount >= 10 ? full * 0.9 : full;
  });

  // Price: end listener
  // prettier-ignore
  script('Task_Price:end', (vars, execution) => {
    execution.setVariable('price', Math.round(vars.price * 100) / 100);
  });

  // Cheap?
  if (holds('Flow_3', vars, ({ price }) => price < 10)) return end('End_Cheap');

  // Report
  vars.report = await task('Task_Report', activities.script, {
    language: 'groovy',
    source: `def text = "Price: \${price}"
return text.toUpperCase()`,
    variables: vars,
  });
  return end('End');
}
