import { enter, notStarted, type InputOf, type OutputOf } from 'batonflow/workflow';
import { conditionalStarts as process } from './conditional-starts.process';

/** Reorder. Generated from conditional-starts.bpmn: change the diagram, then run `baton compile`. */
export async function conditionalStarts(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, startEvent, pass, end } = enter(process, input);

  if (startEvent === 'Start_Asked') {
    // Somebody asks for it

    // Count what is left
    pass('Task_Count');
  } else {
    // Stock is low
    if (!(vars.stock < 10)) throw notStarted('Start_Low');
  }

  // Reorder
  pass('Task_Reorder');
  return end('End');
}
