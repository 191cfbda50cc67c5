import { drive } from './drive';

const done = (id: string) => `await task('${id}'); compensateWith('${id}', () => task('Undo_${id}'));`;

test('one activity is undone as often as it was completed, latest first, each once', () => {
  const body = `${done('A')} ${done('B')} ${done('A')}
    await compensate('A'); note('A'); await compensate('A'); note('again'); await compensate(); note('all');`;
  const before = ['complete A', 'complete B', 'complete A'] as const;
  expect(drive(body, [...before, 'complete Undo_A'])).toMatchObject({ notes: [], open: ['Undo_A'] });
  expect(drive(body, [...before, 'complete Undo_A', 'complete Undo_A'])).toMatchObject({
    notes: ['A', 'again'],
    open: ['Undo_B'],
  });
});

describe('a completed scope', () => {
  const inside = `${done('A')} ${done('B')}`;
  const moves = ['complete A', 'complete B', 'complete C'] as const;

  test('is undone as a whole, in its place among the others', () => {
    const body = `await scope('Sub', async () => { ${inside} }); ${done('C')} await compensate();`;
    expect(drive(body, moves).open).toEqual(['Undo_C']);
    expect(drive(body, [...moves, 'complete Undo_C']).open).toEqual(['Undo_B']);
    expect(drive(body, [...moves, 'complete Undo_C', 'complete Undo_B']).open).toEqual(['Undo_A']);
  });

  test('is undone alone by its id', () => {
    const body = `await scope('Sub', async () => { ${inside} }); ${done('C')} await compensate('Sub'); note('end')`;
    expect(drive(body, moves).open).toEqual(['Undo_B']);
    expect(drive(body, [...moves, 'complete Undo_B', 'complete Undo_A'])).toMatchObject({ notes: ['end'] });
  });

  test('is undone by a handler of its own instead', () => {
    const body = `await scope('Sub', async () => { ${inside} }); compensateWith('Sub', () => task('Undo_Sub'));
      await compensate(); note('end');`;
    expect(drive(body, ['complete A', 'complete B', 'complete Undo_Sub']).notes).toEqual(['end']);
  });

  test('is undone by an event sub-process, which may run the handlers in the scope', () => {
    const body = `await scope('Sub', async () => { ${inside} }, { Undo: { on: compensation(), run: () =>
        scope('Sub_Undo', async () => { await task('First'); await compensate('A'); note('handled'); }) } });
      await compensate(); note('end');`;
    const events = ['complete A', 'complete B', 'complete First', 'complete Undo_A'] as const;
    expect(drive(body, events)).toMatchObject({ notes: ['handled', 'end'], open: [] });
  });

  test('is not undone by the scope around if it failed', () => {
    const body = `await guard(() => scope('Sub', async () => { ${done('A')} throw bpmnError('E'); }), { E: error() });
      await compensate(); note('end');`;
    expect(drive(body, ['complete A'])).toMatchObject({ notes: ['end'], open: [] });
  });
});

test('an event sub-process undoes what was done in its scope, shielded from interruption', () => {
  const body = `note(await guard(() => scope('Sub', async () => { ${done('A')} await task('B'); }, {
    Stop: { on: timer('PT1H'), run: () => scope('Sub_Stop', async () => { await compensate(); note('undone'); }) },
  }), { Late: timer('PT2H') }));`;
  const moves = ['complete A', 'fire Stop', 'cancel B'] as const;
  expect(drive(body, moves).open).toEqual(['Late', 'Undo_A']);
  expect(drive(body, [...moves, 'complete Undo_A']).notes).toEqual(['undone', 'done']);
  expect(drive(body, [...moves, 'fire Late', 'complete Undo_A']).notes).toEqual(['Late']);
});

test('a late success while being interrupted is undone too', () => {
  const body = `await scope('Sub', async () => { ${done('A')} note('never'); await task('B'); }, {
    Stop: { on: timer('PT1H'), run: () => scope('Sub_Stop', () => compensate()) },
  });`;
  expect(drive(body, ['fire Stop', 'complete A'])).toMatchObject({ notes: ['never'], open: ['Undo_A'] });
});

test('what undoing does is not undone', () => {
  const body = `await task('A'); compensateWith('A', () => scope('Undo', async () => { ${done('B')} }));
    await compensate(); await compensate(); note('end');`;
  expect(drive(body, ['complete A', 'complete B'])).toMatchObject({ notes: ['end'], open: [] });
});

test('the thrower need not wait, but the scope does', () => {
  const body = `await scope('Sub', async () => {
    ${done('A')} await compensate('A', { waitForCompletion: false }); note('on');
  }); note('end');`;
  expect(drive(body, ['complete A'])).toMatchObject({ notes: ['on'], open: ['Undo_A'] });
  expect(drive(body, ['complete A', 'complete Undo_A']).notes).toEqual(['on', 'end']);
});

test('an error in a handler is thrown when all have been tried', () => {
  const body = `note(await guard(async () => { ${done('A')} ${done('B')} await compensate(); }, { E: error() }));`;
  const moves = ['complete A', 'complete B', 'fail Undo_B CODE'] as const;
  expect(drive(body, moves)).toMatchObject({ notes: [], open: ['Undo_A'] });
  expect(drive(body, [...moves, 'complete Undo_A']).notes).toEqual(['E']);
});

describe('a cancelled transaction', () => {
  const transaction = (more = '') => `scope('Book', async () => {
    await parallel(() => task('Beside'), async () => { ${done('A')} throw cancel('End_Cancel'); });
  } ${more})`;

  test('ends what runs, undoes what was done, and goes on at the boundary', () => {
    const body = `note(await guard(() => ${transaction()}, { Cancelled: cancelled() })); await compensate(); note('end')`;
    expect(drive(body, ['complete A']).open).toEqual(['Beside']);
    expect(drive(body, ['complete A', 'cancel Beside'])).toMatchObject({ notes: [], open: ['Undo_A'] });
    const moves = ['complete A', 'cancel Beside', 'complete Undo_A'] as const;
    expect(drive(body, moves)).toMatchObject({ notes: ['Cancelled', 'end'], open: [] });
  });

  test('fails the run when nobody watches for it', () => {
    const moves = ['complete A', 'cancel Beside', 'complete Undo_A'] as const;
    expect(drive(`await guard(() => ${transaction()}, { Error: error() });`, moves).outcome).toEqual({
      kind: 'failed',
      what: 'TransactionCancelled',
      element: 'End_Cancel',
    });
  });

  test('is undone, and not what is around it', () => {
    const body = `note(await guard(() => scope('Outer', async () => { ${done('B')} await ${transaction()}; }),
      { Cancelled: cancelled() }));`;
    const moves = ['complete B', 'complete A', 'cancel Beside', 'complete Undo_A'] as const;
    expect(drive(body, moves)).toMatchObject({ notes: ['Cancelled'], open: [] });
  });

  test('is no catch for errors, which undo nothing', () => {
    const body = `note(await guard(() => scope('Book', async () => { ${done('A')} throw bpmnError('E'); }),
      { Cancelled: cancelled(), Failed: error('E') }));`;
    expect(drive(body, ['complete A'])).toMatchObject({ notes: ['Failed'], open: [] });
  });
});

describe('a multi-instance', () => {
  const all = (work: string, options = '') =>
    `await forEach('Each', ['x', 'y'], async (item) => { ${work} }${options}); await compensate(); note('end');`;
  const undone = `await task('A'); compensateWith('A', () => task('Undo_A'));`;

  test('is undone once for each completed instance', () => {
    const moves = ['complete A', 'complete A', 'complete Undo_A'] as const;
    expect(drive(all(undone), moves)).toMatchObject({ notes: [], open: ['Undo_A'] });
    expect(drive(all(undone), [...moves, 'complete Undo_A'])).toMatchObject({ notes: ['end'], open: [] });
  });

  test('of a sub-process is undone by the handlers in each of its instances', () => {
    const body = all(`await scope('Sub', async () => { ${undone} });`);
    const moves = ['complete A', 'complete A', 'complete Undo_A'] as const;
    expect(drive(body, moves)).toMatchObject({ notes: [], open: ['Undo_A'] });
    expect(drive(body, [...moves, 'complete Undo_A'])).toMatchObject({ notes: ['end'], open: [] });
  });

  test('of a sub-process with a handler of its own is undone by that, whatever the order of completion', () => {
    const body = all(
      `await scope('Sub', async () => { ${undone} }); compensateWith('Sub', () => task('Undo_Sub'));`,
    );
    const moves = ['complete A', 'complete A', 'complete Undo_Sub'] as const;
    expect(drive(body, moves)).toMatchObject({ notes: [], open: ['Undo_Sub'] });
    expect(drive(body, [...moves, 'complete Undo_Sub'])).toMatchObject({ notes: ['end'], open: [] });
  });
});
