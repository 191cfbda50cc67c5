import { activitiesOf, enter, timer, type Continued, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import { leftOpen as process } from './left-open.process';

const activities = activitiesOf<typeof implementations>();

/**
 * What a diagram leaves open, variables have. Generated from left-open.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function leftOpen(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, wait, forEach, part, end } = enter(process, input, continued);
  if (continued?.at === 'Task_Book') return part(bookForAll);

  // Search
  assign(await task('Task_Search', activities.search, vars));

  // Two days
  await wait('Event_Cool', timer(vars.timeOfTwoDays));

  // Book
  await bookForAll();
  return end('End');

  // Book
  function bookForAll() {
    return forEach(
      'Task_Book',
      vars.numberOfBook,
      async () => assign(await task('Task_Book', activities.book, vars)),
      { concurrency: 1, slices: true },
    );
  }
}
