import { drive } from './drive';

const thrower = `scope('Sub', async () => { note('before'); await escalate('Event', 'ESC'); note('after'); })`;

test('the innermost catcher wins: by code, else one for any', () => {
  const around = (inner: string, outer: string) =>
    drive(
      `note(await guard(async () => note(await guard(() => ${thrower}, { ${inner} })), { ${outer} }));`,
      [],
    ).notes;
  expect(around(`Any: escalation(), Own: escalation('ESC')`, `Outer: escalation('ESC')`)).toEqual([
    'before',
    'Own',
    'done',
  ]);
  expect(around(`Other: escalation('OTHER')`, `Outer: escalation()`)).toEqual(['before', 'Outer']);
  expect(around(`Failed: error()`, `Other: escalation('OTHER')`)).toEqual([
    'before',
    'after',
    'done',
    'done',
  ]);
});

test('nothing after the throw runs in a scope that it interrupts', () => {
  const deep = `scope('A', () => scope('B', () => parallel(() => task('Beside'), () => ${thrower})))`;
  const body = `note(await guard(() => ${deep}, { Late: escalation('ESC', (code) => note(code)) }));`;
  expect(drive(body, ['cancel Beside'])).toMatchObject({ notes: ['before', 'ESC', 'Late'], open: [] });
});

test('without interruption the thrower goes on, and the scope around waits for the branch', () => {
  const body = `await scope('Outer', async () => {
    note(await guard(() => ${thrower}, { Call: { on: escalation(), run: () => task('Call') } }));
  }); note('end');`;
  expect(drive(body, [])).toMatchObject({ notes: ['before', 'after', 'done'], open: ['Call'] });
  expect(drive(body, ['complete Call']).notes).toEqual(['before', 'after', 'done', 'end']);
});

test('starts event sub-processes of the scopes around it', () => {
  const events = (interrupting: boolean) =>
    `{ Start: { on: escalation('ESC'), interrupting: ${interrupting}, run: () => task('Handle') } }`;
  const body = (interrupting: boolean) => `await scope('Outer', () => ${thrower}, ${events(interrupting)});`;
  expect(drive(body(false), ['complete Handle'])).toMatchObject({ notes: ['before', 'after'], open: [] });
  expect(drive(body(true), ['complete Handle'])).toMatchObject({ notes: ['before'], open: [] });
});

test('one thrown in an event sub-process goes outside', () => {
  const events = `{ Start: { on: escalation('ESC'), interrupting: true, run: () => escalate('Again', 'ESC') } }`;
  const body = `note(await guard(() => scope('Outer', () => ${thrower}, ${events}), { Outside: escalation() }));`;
  expect(drive(body, []).notes).toEqual(['before', 'Outside']);
});
