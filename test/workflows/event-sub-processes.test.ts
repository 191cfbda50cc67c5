import { drive } from './drive';

const REMINDED = `{ Remind: { on: timer('R/PT1H'), interrupting: false, run: async () => {
  note('remind'); await task('Mail'); note('mailed');
} } }`;
const STOPPED = `{ Stop: { on: timer('PT1H'), interrupting: true, run: async () => {
  note('stop'); await task('Clean'); note('cleaned'); return 'stopped';
} } }`;

test('an interrupting one cancels what runs in the scope, waits for it, and runs in its place', () => {
  const body = `note(await scope('Sub', async () => {
    await parallel(() => task('A'), () => task('B'));
    note('done');
  }, ${STOPPED}));`;
  expect(drive(body, ['fire Stop'])).toMatchObject({ notes: [], open: ['A', 'B'] });
  expect(drive(body, ['fire Stop', 'cancel A'])).toMatchObject({ notes: [], open: ['B'] });
  expect(drive(body, ['fire Stop', 'cancel A', 'complete B', 'complete Clean'])).toMatchObject({
    notes: ['stop', 'cleaned', 'stopped'],
    outcome: { kind: 'completed' },
    open: [],
  });
});

test('a scope that ends before is not interrupted', () => {
  expect(
    drive(`await scope('Sub', () => task('A'), ${STOPPED}); await task('B')`, ['complete A']),
  ).toMatchObject({
    notes: [],
    open: ['B'],
  });
});

test('one that does not interrupt runs again and again, and the scope waits for it', () => {
  const body = `await scope('Sub', () => task('A'), ${REMINDED}); note('end');`;
  expect(drive(body, ['fire Remind', 'fire Remind', 'complete A', 'complete Mail'])).toMatchObject({
    notes: ['remind', 'remind', 'mailed'],
    open: ['Mail', 'Remind'],
  });
  expect(drive(body, ['fire Remind', 'complete A', 'complete Mail'])).toMatchObject({
    notes: ['remind', 'mailed', 'end'],
    open: [],
  });
});

test('an interrupting one also ends those that run beside', () => {
  const events = `{ ...${REMINDED}, ...${STOPPED} }`;
  const body = `await scope('Sub', () => task('A'), ${events});`;
  expect(
    drive(body, ['fire Remind', 'fire Stop', 'cancel A', 'cancel Mail', 'complete Clean']),
  ).toMatchObject({ notes: ['remind', 'stop', 'cleaned'], outcome: { kind: 'completed' } });
});

test('the process itself may be the scope, and its steps keep their names', () => {
  const body = `return scope(async () => { await task('A'); return 'body'; }, ${STOPPED});`;
  expect(drive(body, ['complete A']).outcome).toEqual({ kind: 'completed', vars: 'body' });
  expect(drive(body, ['fire Stop', 'cancel A', 'complete Clean']).outcome).toEqual({
    kind: 'completed',
    vars: 'stopped',
  });
});

describe('errors', () => {
  const body = (events: string, more = '') => `note(await guard(async () => scope('Sub', async () => {
    await parallel(() => task('A'), () => task('B'));
    ${more}
  }, { ${events} }), { Outside: error() }));`;
  const own = `Own: { on: error('OWN', ({ code, message }) => note(code + message)), run: () => task('Own') }`;
  const any = `Any: { on: error(), run: () => task('Any') }`;

  test('are caught by code, before one that catches any', () => {
    const moves = ['fail A OWN', 'cancel B', 'complete Own'] as const;
    expect(drive(body(`${any}, ${own}`), moves)).toMatchObject({ notes: ['OWNOWN', 'done'] });
  });

  test('of other codes go to one that catches any, else outside', () => {
    const moves = ['fail A OTHER', 'cancel B'] as const;
    expect(drive(body(`${any}, ${own}`), moves)).toMatchObject({ notes: [], open: ['Any'] });
    expect(drive(body(own), moves)).toMatchObject({ notes: ['Outside'], open: [] });
  });

  test('in an event sub-process go outside, never to its siblings', () => {
    const late = `Late: { on: timer('PT1H'), interrupting: false, run: () => task('Late') }`;
    const moves = ['fire Late', 'fail Late OWN', 'cancel A', 'cancel B'] as const;
    expect(drive(body(`${late}, ${own}`), moves)).toMatchObject({ notes: ['Outside'], open: [] });
    const again = ['fail A OWN', 'cancel B', 'fail Own OWN'] as const;
    expect(drive(body(own), again)).toMatchObject({ notes: ['OWNOWN', 'Outside'], open: [] });
  });

  test('may be thrown by the body itself', () => {
    const thrown = `throw bpmnError('OWN', { message: '!', variables: { reason: 'so' } });`;
    const moves = ['complete A', 'complete B', 'complete Own'] as const;
    const { notes } = drive(`${body(own, thrown)} note(vars.reason)`, moves);
    expect(notes).toEqual(['OWN!', 'done', 'so']);
  });
});

test('they may be nested, and end by themselves', () => {
  const body = `await scope('Outer', () => task('A'), { Late: { on: timer('PT1H'), interrupting: false, run: () =>
    scope('Sub_Late', async () => { note('late'); await task('B'); note('never'); }, {
      Later: { on: timer('PT2H'), interrupting: true, run: async () => { note('later'); throw terminate('End'); } },
    }),
  } }); note('end');`;
  expect(drive(body, ['fire Late', 'fire Later', 'cancel B', 'complete A'])).toMatchObject({
    notes: ['late', 'later', 'end'],
    outcome: { kind: 'completed' },
  });
});

test('a trigger that says nothing sensible fails the run, before any work begins', () => {
  const body = `await scope('Sub', () => task('A'), { Wrong: { on: timer('soon'), run: () => task('B') } });`;
  expect(drive(body, []).outcome).toMatchObject({ kind: 'failed', what: 'ExpressionFailed' });
});
