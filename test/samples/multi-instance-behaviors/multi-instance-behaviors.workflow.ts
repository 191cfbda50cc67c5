import { enter, signal, type InputOf, type OutputOf } from 'batonflow/workflow';
import { multiInstanceBehaviors as process } from './multi-instance-behaviors.process';

/**
 * What completed instances throw. Generated from multi-instance-behaviors.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function multiInstanceBehaviors(
  input: InputOf<typeof process>,
): Promise<OutputOf<typeof process>> {
  const { vars, guard, forEach, scope, pass } = enter(process, input);

  await scope(async () => {
    // None
    await guard(
      () =>
        forEach(
          'Task_None',
          3,
          async () => {
            pass('Task_None');
          },
          { beside: { Event_None: { on: 'each', run: eventNone } } },
        ),
      { Event_None: { on: signal('Done'), run: eventNone } },
    );

    // One
    await guard(
      () =>
        forEach(
          'Task_One',
          3,
          async () => {
            pass('Task_One');
          },
          { beside: { Event_One: { on: 'first', run: eventOne } } },
        ),
      { Event_One: { on: signal('Done'), run: eventOne } },
    );

    // All
    await guard(
      () =>
        forEach('Task_All', 3, async () => {
          pass('Task_All');
        }),
      { Event_All: { on: signal('Done'), run: eventAll } },
    );

    // Complex
    await guard(
      () =>
        forEach(
          'Task_Complex',
          3,
          async () => {
            pass('Task_Complex');
          },
          {
            concurrency: 1,
            beside: {
              Event_Complex: {
                on: (instances) => instances.numberOfCompletedInstances === 2,
                run: eventComplex,
              },
            },
          },
        ),
      { Event_Complex: { on: signal('Done'), run: eventComplex } },
    );
    pass('End');
  });
  return vars;

  async function eventNone() {
    // After none
    pass('Task_AfterNone');
    pass('End_None');
  }

  async function eventOne() {
    // After one
    pass('Task_AfterOne');
    pass('End_One');
  }

  async function eventAll() {
    // After all
    pass('Task_AfterAll');
    pass('End_All');
  }

  async function eventComplex() {
    // After complex
    pass('Task_AfterComplex');
    pass('End_Complex');
  }
}
