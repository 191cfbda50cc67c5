import { drive } from './drive';

test('terminate ends the scope around, with what runs in it, and nothing else', () => {
  const body = `await scope('Sub', () => parallel(() => task('Beside'), async () => { throw terminate('End'); }));
    note('goes on');`;
  expect(drive(body, ['cancel Beside'])).toMatchObject({
    notes: ['goes on'],
    outcome: { kind: 'completed' },
    open: [],
  });
});

test('without a scope around it fails the run, instead of being tried forever', () => {
  expect(drive("throw terminate('End');", []).outcome).toEqual({
    kind: 'failed',
    what: 'Terminated',
    element: 'End',
  });
});
