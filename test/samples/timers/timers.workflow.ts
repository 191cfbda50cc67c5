import { enter, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feel } from 'batonflow/feel';
import { timers as process } from './timers.process';

/** Timers of every kind. Generated from timers.bpmn: change the diagram, then run `baton compile`. */
export async function timers(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, userTask, wait, guard, scope, script, pass } = enter(process, input);

  await scope(
    async () => {
      // Next working day, half past six in Berlin
      await wait('Event_Morning', timer('CRON_TZ=Europe/Berlin 0 30 6 ? * MON-FRI'));

      // Some hours later
      await wait('Event_Pause', timer(feel('Event_Pause', 'duration("PT" + string(hours) + "H")', vars)));

      // A day later
      await wait('Event_Tomorrow', timer(feel('Event_Tomorrow', 'now() + duration("P1D")', vars)));

      // Long ago
      await wait('Event_Past', timer('2020-03-29T02:30[Europe/Berlin]'));

      // Sign
      const signOutcome = await guard(async () => assign(await userTask('Task_Sign')), {
        Event_Late: timer(vars.patience),
        Event_Cycle: { on: timer('R2/PT1H'), run: twiceAnHourApart },
        Event_Noon: { on: timer('0 0 12 * * *'), run: everyNoon },
        Event_Over: { on: timer('R3/2016-01-01T00:00:00Z/PT1H'), run: threeTimesTenYearsAgo },
      });
      if (signOutcome === 'Event_Late') {
        // Too late
        pass('End_Late');
      } else {
        pass('End_Signed');
      }
    },
    {
      Start_NewYear: { on: timer('@yearly'), interrupting: false, run: () => scope('Sub_NewYear', newYear) },
    },
  );
  return vars;

  // Twice, an hour apart
  async function twiceAnHourApart() {
    pass('End_Cycle');
  }

  // Every noon
  async function everyNoon() {
    pass('End_Noon');
  }

  // Three times, ten years ago
  async function threeTimesTenYearsAgo() {
    pass('End_Over');
  }

  // Event sub-process: New Year
  async function newYear() {
    // Open a bottle
    vars.opened = script('Task_NewYear', () => true);
    pass('End_NewYear');
  }
}
