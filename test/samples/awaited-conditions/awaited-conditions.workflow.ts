import { compare, enter, holds, until, type InputOf, type OutputOf } from 'batonflow/workflow';
import { awaitedConditions as process } from './awaited-conditions.process';

/**
 * Conditions of Camunda 7. Generated from awaited-conditions.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function awaitedConditions(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, userTask, wait, guard, end } = enter(process, input);

  // Negotiate
  const negotiateOutcome = await guard(async () => assign(await userTask('Task_Negotiate')), {
    Event_Cheap: until(
      () =>
        holds('Event_Cheap', vars, ({ budget, price }) => compare(price, '<=', budget), { missing: false }),
      { of: () => vars.price, on: ['create', 'update'] },
    ),
  });
  if (negotiateOutcome !== 'Event_Cheap') return end('End_Dear');

  // Cheap enough

  // Signed
  await wait(
    'Event_Signed',
    until(() => holds('Event_Signed', vars, ({ signed }) => signed, { missing: false })),
  );
  return end('End_Signed');
}
