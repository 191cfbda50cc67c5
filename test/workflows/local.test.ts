import { assignTo, local } from '../../src/workflows/local';
import { drive } from './drive';

test('names are read and written where they are declared', () => {
  const outer: Record<string, unknown> = { a: 1, b: 2 };
  const vars = local(outer, { b: 'own' }) as Record<string, unknown>;
  vars.a = 10;
  vars.b = 'changed';
  vars.c = 3;
  expect(vars).toEqual({ a: 10, b: 'changed', c: 3 });
  expect(outer).toEqual({ a: 10, b: 2, c: 3 });
  expect('c' in vars).toBe(true);
  expect('d' in vars).toBe(false);
  delete vars.b;
  delete vars.a;
  expect(Object.keys(vars)).toEqual(['b', 'c']);
  expect(outer).toEqual({ b: 2, c: 3 });
});

test('they can be laid over one another, copied and sent', () => {
  const vars = local(local({ a: 1, z: 0 }, { a: 2, b: 2 }), { b: 3 });
  expect({ ...vars }).toEqual({ a: 2, b: 3, z: 0 });
  expect(JSON.parse(JSON.stringify(vars))).toEqual({ a: 2, b: 3, z: 0 });
});

test('a result that is not there changes nothing', () => {
  const vars = local({ a: 1 }, undefined);
  assignTo(vars)(undefined);
  expect({ ...vars }).toEqual({ a: 1 });
});

test('results are merged, each name where it belongs', () => {
  const { notes } = drive(
    `const outer: { a: number; sum?: number } = { a: 1 };
     const own = await workflow.withOwn(outer, { a: 5, note: undefined }, async ({ vars, assign }) => {
       await Promise.resolve();
       assign({ a: vars.a + 1, sum: 7, note: 'x' });
       assign({ a: 100, sum: 8 }, { except: ['a'] });
     });
     note(JSON.stringify([own, outer]));`,
    [],
  );
  expect(JSON.parse(String((notes as string[])[0]))).toEqual([
    { a: 6, sum: 8, note: 'x' },
    { a: 1, sum: 8 },
  ]);
});
