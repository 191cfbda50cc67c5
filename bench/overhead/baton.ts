import { enter, parallel, type InputOf } from 'batonflow/workflow';
import * as activities from './contracts';

/** Five steps in a row, then three side by side. */
export async function viaBaton(input: InputOf<typeof activities.viaBaton>) {
  const { vars, assign, task, end } = enter(activities.viaBaton, input);
  for (let i = 0; i < 5; i++) assign(await task(`Step ${i}`, activities.step, vars));
  await parallel(
    () => task('Left', activities.step, vars),
    () => task('Middle', activities.step, vars),
    () => task('Right', activities.step, vars),
  );
  return end('Done', { n: vars.n });
}
