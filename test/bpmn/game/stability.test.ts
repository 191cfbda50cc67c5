import * as fc from 'fast-check';
import { compileGame } from './compiled';
import { nested, runs, twisted } from './diagrams';
import { addFlow, addNode, scopesOf } from './draft';
import { lineDiff } from './line-diff';
import { randomOf } from './random';
import { toXml } from './to-xml';

/** Lines that one more task may change, however large the process is. */
const SURROUNDINGS = 24;

test('the order of elements in the file does not matter, but for flows that leave one node', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(nested, twisted), fc.nat(), async (draft, seed) => {
      const random = randomOf(seed);
      const shuffled = toXml(draft, (elements) =>
        elements
          .map((element) => ({ element, key: random(1e9) }))
          .sort((a, b) => a.key - b.key)
          .map(({ element }) => element),
      );
      const [plain, other] = await Promise.all([compileGame(toXml(draft)), compileGame(shuffled)]);
      expect(other.files).toEqual(plain.files);
      expect([...other.errors].sort()).toEqual([...plain.errors].sort());
    }),
    runs(60),
  );
});

test('one more task changes only its surroundings', async () => {
  await fc.assert(
    fc.asyncProperty(nested, fc.nat(), fc.nat(), async (draft, anyScope, anyFlow) => {
      const before = await compileGame(toXml(draft));
      const scopes = scopesOf(draft.root);
      const scope = scopes[anyScope % scopes.length]!;
      const flow = scope.flows[anyFlow % scope.flows.length]!;
      const task = addNode(draft, scope, 'serviceTask', { id: 'Inserted' });
      addFlow(draft, scope, task.id, flow.to);
      flow.to = task.id;
      const after = await compileGame(toXml(draft));
      for (const [name, content] of Object.entries(before.modules)) {
        const { removed, added } = lineDiff(unindented(content), unindented(after.modules[name]!));
        expect([...removed, ...added].length).toBeLessThanOrEqual(SURROUNDINGS);
        expect(added.join()).toMatch(/inserted/i);
      }
    }),
    runs(60),
  );
});

/** What comes to stand in an `if` is the same as before. */
function unindented(text: string): string {
  return text.replace(/^ +/gm, '');
}
