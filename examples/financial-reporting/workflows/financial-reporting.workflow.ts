import {
  enter,
  local,
  timer,
  withOwn,
  type Continued,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import { feel } from 'batonflow/feel';
import * as activities from '../activities/contracts';
import { monthEndClose as process } from './financial-reporting.process';

/**
 * Month-end close. Generated from financial-reporting.bpmn: change the diagram, then run `baton compile`.
 *
 * From the last day of a month to published figures that people have signed.
 */
export async function monthEndClose(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, guard, forEach, scope, adHoc, turn, part, pass } = enter(
    process,
    input,
    continued,
  );
  if (continued?.at === 'Task_Collect') return part(collectALedgerForAll);
  if (continued?.at === 'Task_Sign') return part(signForAll);

  await scope(
    async () => {
      if (!continued) {
        // Open the period
        assign(await task('Task_OpenPeriod', activities.openPeriod, vars));

        // Collect a ledger
        vars.collected = await collectALedgerForAll();
      }

      while (true) {
        await turn('Task_Reconcile');

        // Reconcile
        assign(await task('Task_Reconcile', activities.reconcile, vars));

        // Reconciled?
        if (vars.reconciled) {
          // Sign
          const signOutcome = await guard(
            async () => {
              vars.signatures = await signForAll();
            },
            { Event_Late: timer('P5D'), Event_Remind: { on: timer('R/P2D'), run: every2Days } },
          );
          if (signOutcome === 'Event_Late') {
            // Not signed for 5 days

            // Sign for the reviewers
            const signForTheReviewersResult = local(
              vars,
              await userTask('Task_Decide', {
                candidateGroups: 'directors',
                input: { period: vars.period, profit: vars.profit },
              }),
            );
            vars.signatures = feel('Task_Decide', '[signed]', signForTheReviewersResult);
          }

          // Signed?
          if (vars.signatures.every((signature) => signature)) break;
        }

        // Corrections
        await adHoc(
          'SubProcess_Corrections',
          {
            Task_Enter: async () => {
              // Enter a correction
              assign(
                await userTask('Task_Enter', {
                  candidateGroups: 'accounting',
                  input: { differences: vars.differences },
                }),
                { except: ['differences'] },
              );

              // Book it
              assign(
                await task('Task_Book', activities.bookCorrection, {
                  period: vars.period,
                  correction: vars.correction,
                }),
                { except: ['period', 'correction'] },
              );
            },
            Task_Accept: async () => {
              // Accept the differences
              assign(
                await userTask('Task_Accept', {
                  candidateGroups: 'controlling',
                  input: { differences: vars.differences },
                }),
                { except: ['differences'] },
              );
            },
          },
          { start: ['Task_Enter', 'Task_Accept'], until: () => vars.corrected },
        );
      }

      // Publish
      assign(await task('Task_Publish', activities.publish, vars));

      // Announce
      assign(
        await task('Task_Announce', activities.notify, {
          to: 'everybody',
          subject: `Figures of ${vars.period}`,
          text: `They are published: ${vars.report}`,
        }),
      );

      // Closed
      pass('End_Closed');
    },
    {
      Start_Deadline: {
        on: timer('P10D'),
        interrupting: false,
        run: () => scope('SubProcess_Deadline', deadlineOfTheClose),
      },
    },
  );
  return vars;

  // Collect a ledger
  function collectALedgerForAll() {
    return forEach(
      'Task_Collect',
      vars.ledgers,
      async (ledger) => {
        const collectALedgerVariables = await withOwn(
          vars,
          { ledger, accounts: undefined },
          async ({ vars, assign }) => {
            assign(
              await task('Task_Collect', activities.collectLedger, {
                period: vars.period,
                ledger: vars.ledger,
              }),
              { except: ['period', 'ledger'] },
            );
          },
        );
        return collectALedgerVariables.accounts;
      },
      { concurrency: 8, slices: true },
    );
  }

  // Every 2 days
  async function every2Days() {
    // Remind the reviewers
    assign(
      await task('Task_Remind', activities.notify, {
        to: 'reviewers',
        subject: `Please sign ${vars.period}`,
        text: `The figures of ${vars.period} wait for you.`,
      }),
    );

    // Reminded
    pass('End_Reminded');
  }

  // Sign
  function signForAll() {
    return forEach(
      'Task_Sign',
      vars.reviewers,
      async (reviewer) => {
        const signVariables = await withOwn(
          vars,
          { reviewer, signed: undefined },
          async ({ vars, assign }) => {
            assign(
              await userTask('Task_Sign', {
                assignee: vars.reviewer,
                dueDate: feel('Task_Sign', 'now() + duration("P5D")', vars),
                input: { period: vars.period, profit: vars.profit },
              }),
              { except: ['period', 'profit'] },
            );
          },
        );
        return signVariables.signed;
      },
      { slices: true },
    );
  }

  // Event sub-process: Deadline of the close
  async function deadlineOfTheClose() {
    // Tell the board
    assign(
      await task('Task_TellBoard', activities.notify, {
        to: 'board',
        subject: `Late: ${vars.period}`,
        text: `The figures of ${vars.period} are not published yet.`,
      }),
    );

    // Told
    pass('End_Told');
  }
}

monthEndClose.process = process;
