import * as fc from 'fast-check';
import { parseAndModel } from '../../../src/bpmn/parse-and-model';
import { createSandbox } from '../../support/sandbox';
import { compileGame, INPUT, USER_MODULES, type Compiled } from './compiled';
import { nested, runs, seeds, twisted } from './diagrams';
import { describe as tell, judge, play } from './play';
import { toXml } from './to-xml';

/** Parts of the graph that have no structured form yet, and elements that are not compiled yet. */
const REFUSALS = [
  'cycle-of-branches',
  'cycle-with-several-entries',
  'element-not-supported',
  'join-overlapping',
  'join-starved',
  'merge-of-branches',
  'split-inclusive',
  'starts-several',
];

const sandbox = createSandbox();
for (const [name, source] of Object.entries(USER_MODULES)) sandbox.define(name, source);

/** Lets a compiled process run and throws if the token game cannot be played like that. */
async function compare(
  { xml, modules, processes: [process] }: Compiled,
  seeds: readonly number[],
): Promise<void> {
  for (const [name, source] of Object.entries(modules)) sandbox.define(name, source);
  const { model } = parseAndModel({ file: 'game.bpmn', xml }, { strict: false });
  for (const seed of seeds) {
    const workflow = { module: './game.workflow', type: process!.functionName };
    const steps = await play(sandbox, workflow, INPUT, seed);
    const problem = judge(model!.processes[0]!, INPUT, steps);
    if (problem === undefined) continue;
    const story = steps.map((step, i) => `${i}: ${tell(step)}`);
    throw new Error([problem, ...story, xml, modules['./game.workflow']].join('\n'));
  }
}

test('well-nested processes behave like tokens', async () => {
  await fc.assert(
    fc.asyncProperty(nested, seeds, async (draft, seeds) => {
      const compiled = await compileGame(toXml(draft));
      expect(compiled.errors).toEqual([]);
      await compare(compiled, seeds);
    }),
    runs(100),
  );
});

test('other processes behave like tokens, or are refused', async () => {
  const refused = new Map<string, number>();
  let all = 0;
  await fc.assert(
    fc.asyncProperty(twisted, seeds, async (draft, seeds) => {
      all += 1;
      const compiled = await compileGame(toXml(draft));
      if (compiled.errors.length === 0) {
        await compare(compiled, seeds);
        return;
      }
      expect(compiled.files).toEqual([]);
      const codes = new Set(compiled.errors.map((error) => error.split(' ')[0]!));
      expect([...codes].filter((code) => !REFUSALS.includes(code))).toEqual([]);
      for (const code of ['refused', ...codes]) refused.set(code, (refused.get(code) ?? 0) + 1);
    }),
    runs(150),
  );
  const shares = [...refused].map(([code, n]) => `${code} ${((100 * n) / all).toFixed(1)} %`);
  process.stdout.write(`${all} diagrams: ${shares.join(', ')}\n`);
});
