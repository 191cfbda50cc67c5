import { drive } from './drive';

/** Waits for conditions beside steps of its own, and tells after each how often they were evaluated in all. */
const counting = (conditions: number) => `
  let asked = 0;
  const told = () => { note(String(asked)); asked = 0; };
  const events = Object.fromEntries(Array.from({ length: ${conditions} }, (_, i) =>
    ['Event_' + i, { on: workflow.until(() => { asked++; return vars.ready === i; }), run: async () => note('fired ' + i) }]));
  await scope('Sub', () => guard(async () => {
    for (const id of ['A', 'B', 'C']) { await task(id); told(); }
    vars.ready = 1;
    await task('D'); told();
  }, events));`;
const moves = ['complete A', 'complete B', 'complete C', 'complete D'] as const;

test('conditions are evaluated when something has happened, some times each, and fire once', () => {
  const { notes, outcome } = drive(counting(2), moves);
  expect(outcome).toMatchObject({ kind: 'completed' });
  const texts = notes as string[];
  expect(texts.filter((text) => text.startsWith('fired'))).toEqual(['fired 1']);
  for (const asked of texts.filter((text) => !text.startsWith('fired')))
    expect(Number(asked)).toBeLessThan(2 * 10);
});

test('evaluations grow with the number of conditions, not with its square', () => {
  const most = (conditions: number) => {
    const counts = (drive(counting(conditions), moves).notes as string[]).filter((text) =>
      /^\d+$/.test(text),
    );
    return Math.max(...counts.map(Number));
  };
  expect(most(40) / most(4)).toBeLessThan(20);
});
