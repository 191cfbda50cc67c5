import {
  enter,
  evaluate,
  local,
  withOwn,
  type Continued,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import { loopCounters as process } from './loop-counters.process';

/**
 * Loops that know their turn. Generated from loop-counters.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function loopCounters(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, forEach, script, part, pass, end } = enter(process, input, continued);
  if (continued?.at === 'Task_Print') return part(printAPageForAll);
  if (continued?.at === 'Task_Note') return part(takeNotesForAll);

  // Look at a page
  for (let lookAtAPageTurn = 1; lookAtAPageTurn <= 5; lookAtAPageTurn++) {
    if (
      !feelTest(
        'Task_Look',
        'not(found) and loopCounter <= count(pages)',
        local(vars, { loopCounter: lookAtAPageTurn }),
      )
    ) {
      break;
    }
    await withOwn(vars, { loopCounter: lookAtAPageTurn }, async ({ vars }) => {
      script(
        'Task_Look',
        (vars) => {
          vars.found = vars.pages[vars.loopCounter - 1] === 'index';
        },
        vars,
      );
    });
  }

  // Knock
  for (let knockTurn = 1; ; knockTurn++) {
    pass('Task_Knock');
    if (!feelTest('Task_Knock', 'loopCounter < 2', local(vars, { loopCounter: knockTurn }))) break;
  }

  // Print a page
  vars.printed = await printAPageForAll();

  // Take notes
  await takeNotesForAll();
  return end('End');

  // Print a page
  function printAPageForAll() {
    return forEach(
      'Task_Print',
      vars.pages,
      async (page, index) => {
        const printAPageVariables = await withOwn(
          vars,
          { page, loopCounter: index + 1, sheet: undefined },
          async ({ vars }) => {
            script(
              'Task_Print',
              (vars) => {
                vars.sheet = vars.loopCounter + ' ' + vars.page;
              },
              vars,
            );
          },
        );
        return printAPageVariables.sheet;
      },
      { slices: true },
    );
  }

  // Take notes
  function takeNotesForAll() {
    return forEach(
      'Task_Note',
      evaluate('Task_Note', vars, ({ notes }) => notes),
      async (note) => {
        await withOwn(vars, { note }, async ({ vars }) => {
          script(
            'Task_Note',
            (vars) => {
              vars.text = vars.note;
            },
            vars,
          );
        });
      },
      {
        concurrency: 1,
        until: (_instances, { item }) =>
          feelTest('Task_Note', 'found and note = "last"', local(vars, { note: item })),
        slices: true,
      },
    );
  }
}
