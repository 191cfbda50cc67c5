import { activitiesOf, chosen, enter, when, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { straying as process } from './straying.process';

const activities = activitiesOf<typeof implementations>();

/**
 * An inclusive gateway that does not wait for what has strayed. Generated from straying.bpmn: change the
 * diagram, then run `baton compile`.
 */
export async function straying(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, scope, pass, go, inclusiveJoin } = enter(process, input);

  await scope(async () => {
    const partsDone = inclusiveJoin(assemble, ['Flow_6', 'Flow_7'], () => {
      return { Flow_6: [buildBody, plan], Flow_7: [buildEngine, plan] };
    });
    go(plan);

    async function plan() {
      // Plan
      assign(await task('Task_Plan', activities.plan, vars));

      // Which parts?
      go(
        ...chosen(
          'OR_Which',
          when(feelTest('Flow_3', 'engine', vars), buildEngine),
          when(feelTest('Flow_5', 'body', vars), buildBody),
        ),
      );
    }

    async function buildEngine() {
      // Build engine
      assign(await task('Task_Engine', activities.buildEngine, vars));

      // Engine fine?
      if (feelTest('Flow_7', 'engineFine', vars)) {
        partsDone('Flow_7');
      } else {
        go(scrapEngine);
      }
    }

    async function scrapEngine() {
      // Scrap engine
      assign(await task('Task_Scrap', activities.scrapEngine, vars));

      // Scrapped
      pass('End_Scrapped');
    }

    async function buildBody() {
      // Build body
      assign(await task('Task_Body', activities.buildBody, vars));
      partsDone('Flow_6');
    }

    async function assemble() {
      // Parts done

      // Assemble
      assign(await task('Task_Assemble', activities.assemble, vars));

      // Assembled
      pass('End_Assembled');
    }
  });
  return vars;
}
