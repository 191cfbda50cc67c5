import { enter, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { closeMonth as process } from './close-month.process';

/** The month-end close by hand: compare financial-reporting.workflow.ts, which is compiled from the diagram. */
export async function closeMonth(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, guard, forEach, scope, adHoc, pass } = enter(process, input);

  await scope(close, {
    '10 days': { on: timer('P10D'), interrupting: false, run: tellTheBoard },
  });
  return vars;

  async function close() {
    assign(await task('Open the period', activities.openPeriod, vars));
    vars.collected = await forEach('Collect a ledger', vars.ledgers, collect, { concurrency: 8 });

    while (!((await reconciled()) && (await signed()))) await correct();

    assign(await task('Publish', activities.publish, vars));
    const { period, report } = vars;
    await mail('Announce', 'everybody', `Figures of ${period}`, `They are published: ${report}`);
    pass('Closed');
  }

  async function collect(ledger: (typeof vars.ledgers)[number]) {
    const { period } = vars;
    const { accounts } = await task('Collect a ledger', activities.collectLedger, { period, ledger });
    return accounts;
  }

  async function reconciled() {
    assign(await task('Reconcile', activities.reconcile, vars));
    return vars.reconciled;
  }

  /** By all reviewers; where they take more than five days, by a director. */
  async function signed() {
    const { period, profit } = vars;
    const outcome = await guard(
      async () => {
        vars.signatures = await forEach('Sign', vars.reviewers, async (assignee) => {
          const { signed } = await userTask('Sign', { assignee, dueDate: 'P5D', input: { period, profit } });
          return signed;
        });
      },
      {
        'Not signed for 5 days': timer('P5D'),
        'Every 2 days': {
          on: timer('R/P2D'),
          run: () =>
            mail(
              'Remind the reviewers',
              'reviewers',
              `Please sign ${period}`,
              `The figures of ${period} wait for you.`,
            ),
        },
      },
    );
    if (outcome === 'Not signed for 5 days') {
      const decision = await userTask('Sign for the reviewers', {
        candidateGroups: ['directors'],
        input: { period, profit },
      });
      vars.signatures = [decision.signed];
    }
    return vars.signatures.every((signature) => signature);
  }

  /** Whatever people think fit, until one of them has made a difference. */
  async function correct() {
    const { period, differences } = vars;
    await adHoc(
      'Corrections',
      {
        'Enter a correction': async () => {
          assign(
            await userTask('Enter a correction', { candidateGroups: ['accounting'], input: { differences } }),
          );
          const { correction } = vars;
          assign(await task('Book it', activities.bookCorrection, { period, correction }));
        },
        'Accept the differences': async () => {
          assign(
            await userTask('Accept the differences', {
              candidateGroups: ['controlling'],
              input: { differences },
            }),
          );
        },
      },
      { start: ['Enter a correction', 'Accept the differences'], until: () => vars.corrected },
    );
  }

  async function tellTheBoard() {
    const { period } = vars;
    await mail(
      'Tell the board',
      'board',
      `Late: ${period}`,
      `The figures of ${period} are not published yet.`,
    );
  }

  async function mail(step: string, to: string, subject: string, text: string) {
    await task(step, activities.notify, { to, subject, text });
  }
}

closeMonth.process = process;
