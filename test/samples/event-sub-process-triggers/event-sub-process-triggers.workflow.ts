import {
  allOf,
  anyOf,
  enter,
  escalation,
  parallel,
  signal,
  until,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import { eventSubProcessTriggers as process } from './event-sub-process-triggers.process';

/**
 * Event sub-processes of other triggers. Generated from event-sub-process-triggers.bpmn: change the diagram,
 * then run `baton compile`.
 */
export async function eventSubProcessTriggers(
  input: InputOf<typeof process>,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, userTask, scope, escalate, published, broadcast, pass } = enter(process, input);

  await parallel(joinGateway, rain);
  return vars;

  async function joinGateway() {
    await parallel(
      () =>
        scope('Sub_Paint', paint, {
          On_Rain: { on: signal('Rain'), interrupting: true, run: () => scope('Handle_Rain', handleRain) },
        }),
      () =>
        scope('Sub_Dig', dig, {
          On_Deep: {
            on: until(() => feelTest('On_Deep', 'depth > 10', vars, { missing: false })),
            interrupting: true,
            run: () => scope('Handle_Deep', handleDeep),
          },
        }),
      () =>
        scope('Sub_Cook', cook, {
          On_Smoke: {
            on: escalation('SMOKE'),
            interrupting: true,
            run: () => scope('Handle_Smoke', handleSmoke),
          },
        }),
      () =>
        scope('Sub_Sail', sail, {
          On_Storm: {
            on: anyOf(signal('Rain'), published('Storm warning')),
            interrupting: true,
            run: () => scope('Handle_Storm', handleStorm),
          },
        }),
      () =>
        scope('Sub_Fly', fly, {
          On_Grounded: {
            on: allOf(signal('Rain'), published('Fog')),
            interrupting: true,
            run: () => scope('Handle_Grounded', handleGrounded),
          },
        }),
      () =>
        scope('Sub_Watch', watch, {
          On_Call: {
            on: published('Call'),
            interrupting: false,
            run: () => scope('Handle_Call', handleCall),
          },
          On_Dark: {
            on: allOf(signal('Rain'), published('Evening')),
            interrupting: false,
            run: () => scope('Handle_Dark', handleDark),
          },
          On_Weather: {
            on: anyOf(signal('Rain'), published('Fog')),
            interrupting: false,
            run: () => scope('Handle_Weather', handleWeather),
          },
        }),
    );
    pass('End');
  }

  async function rain() {
    // Rain
    await broadcast('Throw_Rain', 'Rain');
    pass('End_Thrown');
  }

  // Paint
  async function paint() {
    // Work Paint
    assign(await userTask('Work_Paint'));
    pass('End_Paint');
  }

  // Event sub-process: Handle Rain
  async function handleRain() {
    // Note Rain
    pass('Task_Rain');
    pass('Handled_Rain');
  }

  // Dig
  async function dig() {
    // Work Dig
    assign(await userTask('Work_Dig'));
    pass('End_Dig');
  }

  // Event sub-process: Handle Deep
  async function handleDeep() {
    // Note Deep
    pass('Task_Deep');
    pass('Handled_Deep');
  }

  // Cook
  async function cook() {
    // Smoke
    await escalate('Throw_Cook', 'SMOKE');

    // Work Cook
    assign(await userTask('Work_Cook'));
    pass('End_Cook');
  }

  // Event sub-process: Handle Smoke
  async function handleSmoke() {
    // Note Smoke
    pass('Task_Smoke');
    pass('Handled_Smoke');
  }

  // Sail
  async function sail() {
    // Work Sail
    assign(await userTask('Work_Sail'));
    pass('End_Sail');
  }

  // Event sub-process: Handle Storm
  async function handleStorm() {
    // Note Storm
    pass('Task_Storm');
    pass('Handled_Storm');
  }

  // Fly
  async function fly() {
    // Work Fly
    assign(await userTask('Work_Fly'));
    pass('End_Fly');
  }

  // Event sub-process: Handle Grounded
  async function handleGrounded() {
    // Note Grounded
    pass('Task_Grounded');
    pass('Handled_Grounded');
  }

  // Watch
  async function watch() {
    // Work Watch
    assign(await userTask('Work_Watch'));
    pass('End_Watch');
  }

  // Event sub-process: Handle Call
  async function handleCall() {
    // Note Call
    pass('Task_Call');
    pass('Handled_Call');
  }

  // Event sub-process: Handle Dark
  async function handleDark() {
    // Note Dark
    pass('Task_Dark');
    pass('Handled_Dark');
  }

  // Event sub-process: Handle Weather
  async function handleWeather() {
    // Note Weather
    pass('Task_Weather');
    pass('Handled_Weather');
  }
}
