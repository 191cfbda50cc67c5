import { defineProcess } from 'batonflow/contract';
import { enter, signal, taking, until, type InputOf } from 'batonflow/workflow';

const contract = defineProcess({ type: 'listener' });

/** Says which broadcasts it has heard, in their order, when it has heard two. */
export async function listener(input: InputOf<typeof contract>) {
  const { vars, scope, wait, end } = enter(contract, input);
  const heard: unknown[] = (vars.heard = []);
  const hear = taking(signal('Heard'), vars, ({ number }) => void heard.push(number));
  const listening = () =>
    wait(
      'Event_Two',
      until(() => heard.length >= 2),
    );
  await scope(listening, { Event_Heard: { on: hear, interrupting: false, run: () => Promise.resolve() } });
  return end('End');
}
