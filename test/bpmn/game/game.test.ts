import * as fc from 'fast-check';
import { parseAndModel } from '../../../src/bpmn/parse-and-model';
import { createSandbox } from '../../support/sandbox';
import { compileGame, INPUT, USER_MODULES, type Compiled } from './compiled';
import { nested, runs, seeds, twisted } from './diagrams';
import { describe as tell, judge, play } from './play';
import { toXml } from './to-xml';

const sandbox = createSandbox();
for (const [name, source] of Object.entries(USER_MODULES)) sandbox.define(name, source);

/** Lets a compiled process run and throws if the token game cannot be played like that. */
async function compare(
  { xml, modules, processes: [process] }: Compiled,
  seeds: readonly number[],
  options: { readonly continues?: boolean } = {},
): Promise<void> {
  for (const [name, source] of Object.entries(modules)) sandbox.define(name, source);
  const { model } = parseAndModel({ file: 'game.bpmn', xml }, { strict: false });
  for (const seed of seeds) {
    const workflow = { module: './game.workflow', type: process!.functionName };
    const steps = await play(sandbox, workflow, INPUT, seed, options);
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

test('other processes behave like tokens', async () => {
  await fc.assert(
    fc.asyncProperty(twisted, seeds, async (draft, seeds) => {
      const compiled = await compileGame(toXml(draft));
      expect(compiled.errors).toEqual([]);
      await compare(compiled, seeds);
    }),
    runs(150),
  );
});

/** Here nobody runs child workflows, so loops in branches turn in place. */
const inPlace = (source: string) => source.replace(/await handOver\('[^']*'\)/g, 'false');

test('processes that go on in a new run wherever they can behave like tokens', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(nested, twisted), seeds, async (draft, seeds) => {
      const compiled = await compileGame(toXml(draft));
      const modules = Object.fromEntries(
        Object.entries(compiled.modules).map(([name, source]) => [name, inPlace(source)]),
      );
      await compare({ ...compiled, modules }, seeds, { continues: true });
    }),
    runs(200),
  );
});
