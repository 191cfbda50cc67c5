import { boundaryEvents, drawBoundaryEvent } from './boundary-event';
import { drawUndone, expectedOfUndone, playUndone, undone } from './compensation';
import { drawEventSubProcess, eventSubProcesses } from './event-sub-process';
import { drawGoingOn, expectedOfGoingOn, goingOn, playGoingOn } from './going-on';
import { problemOf, some } from './observed';
import { expectedOfBoundaryEvent, playBoundaryEvent } from './play-boundary-event';
import { expectedOfEventSubProcess, playEventSubProcess } from './play-event-sub-process';
import type { Stage } from './stage';

/** All take a minute; the time is that of the compiler. */
jest.setTimeout(300_000);

test('event sub-processes of every trigger, wherever they are and however often it happens', async () => {
  for (const it of some(eventSubProcesses(), 11)) {
    const play = (stage: Stage) => playEventSubProcess(stage, it);
    const expected = expectedOfEventSubProcess(it);
    expect(await problemOf(titleOf(it), drawEventSubProcess(it), play, expected)).toBeUndefined();
  }
});

test('boundary events of every trigger on every activity, however often it happens', async () => {
  for (const it of some(boundaryEvents(), 19)) {
    const play = (stage: Stage) => playBoundaryEvent(stage, it);
    const expected = expectedOfBoundaryEvent(it);
    expect(await problemOf(titleOf(it), drawBoundaryEvent(it), play, expected)).toBeUndefined();
  }
});

test('compensation of every activity, however often it is thrown', async () => {
  for (const it of some(undone(), 7)) {
    const play = (stage: Stage) => playUndone(stage, it);
    expect(await problemOf(titleOf(it), drawUndone(it), play, expectedOfUndone(it))).toBeUndefined();
  }
});

test('event sub-processes of every trigger in a process that goes on in a new run at every turn', async () => {
  for (const it of goingOn()) {
    const play = (stage: Stage) => playGoingOn(stage, it);
    const expected = expectedOfGoingOn(it);
    const problem = await problemOf(titleOf(it), drawGoingOn(it), play, expected, { continues: true });
    expect(problem).toBeUndefined();
  }
});

const titleOf = (it: object): string => JSON.stringify(it);
