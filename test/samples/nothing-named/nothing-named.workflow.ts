import { enter, signal, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import { nothingNamed as process } from './nothing-named.process';

/** Nothing named. Generated from nothing-named.bpmn: change the diagram, then run `baton compile`. */
export async function nothingNamed(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, userTask, call, wait, adHoc, published, end } = enter(process, input);

  // How?
  if (feelTest('Flow_Call', 'how = "call"', vars)) {
    // Call
    assign(await call('Call_Named', vars.called, vars));
  } else if (feelTest('Flow_Told', 'how = "message"', vars)) {
    // Told
    assign(await wait('Event_Named', published(vars.told, vars.how)));
  } else if (feelTest('Flow_Signalled', 'how = "signal"', vars)) {
    // Signalled
    assign(await wait('Event_Signalled', signal(vars.told)));
  } else {
    // Chosen
    await adHoc(
      'Sub_Chosen',
      {
        Task_Ask: async () => {
          // Ask
          assign(await userTask('Task_Ask'));
        },
      },
      { start: vars.chosen },
    );
  }
  return end('End');
}
