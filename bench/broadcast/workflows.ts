import { defineProcess } from 'batonflow/contract';
import { enter, signal, type InputOf } from 'batonflow/workflow';

const contract = defineProcess({ type: 'listener' });

export async function listener(input: InputOf<typeof contract>) {
  const { wait, end } = enter(contract, input);
  await wait('Event_Heard', signal('Heard'));
  return end('End');
}
