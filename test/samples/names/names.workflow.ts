import { activitiesOf, enter, parallel, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { deleteProcess as process } from './names.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Names that are difficult. Generated from names.bpmn: change the diagram, then run `baton compile`.
 *
 * Ends * / comments, `quotes` and ${templates};
 * second line.
 *
 * An annotation of nothing in particular * /
 */
export async function deleteProcess(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, end } = enter(process, input);

  // await Promise.all
  await parallel(prüfeBestand, 在庫を確認_Task_2, classTask, task4, notifyCustomer_Task_5_x);

  // end
  if (feelTest('Flow_18', '"it\'s" = name', vars)) {
    // Notify customer
    assign(await task('Task_6', activities.check, vars));
  }

  // vars
  return end('End');

  async function prüfeBestand() {
    // Prüfe Bestand
    // Ask the
    // warehouse first
    assign(await task('Task_1', activities.pruefeBestand, vars));

    // Check twice
    assign(await task('Task_1b', activities.checkTwice, vars));
  }

  async function 在庫を確認_Task_2() {
    // 在庫を確認
    assign(await task('Task_2', activities.check, vars));

    // 在庫を確認
    assign(await task('Task_2b', activities.check, vars));
  }

  async function classTask() {
    // class
    assign(await task('Task_3', activities.classActivity, vars));

    // It's "quoted" */ text over lines
    assign(await task('Task_3b', activities.check, vars));
  }

  async function task4() {
    // 🚀
    assign(await task('Task_4', activities.check, vars));

    // 1st task
    assign(await task('Task_4b', activities._2ndActivity, vars));
  }

  async function notifyCustomer_Task_5_x() {
    // Notify customer
    assign(await task('Task.5-x', activities.check, vars));

    // Notify customer
    assign(await task('Task.5-y', activities.check, vars));
  }
}
