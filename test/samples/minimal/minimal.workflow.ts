import { enter, type InputOf, type OutputOf } from 'batonflow/workflow';
import { minimal as process } from './minimal.process';

/** Minimal. Generated from minimal.bpmn: change the diagram, then run `baton compile`. */
export async function minimal(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { end } = enter(process, input);

  return end('End');
}
