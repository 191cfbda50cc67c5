import { structure } from '../../../src/bpmn/3-structure/structure';
import type { Region } from '../../../src/bpmn/3-structure/tree';
import { complementary } from '../../../src/bpmn/4-emit/expressions';
import { processOf, scopeOf } from '../model-builder';
import { lines, outline, structured } from './outline';

describe('what has no nested form is cut into paths', () => {
  const cuts: [reason: Region['reason'], text: string, entry: string, elements: string[], paths: string[]][] =
    [
      [
        'irreducible-cycle',
        `Start -> XOR_1
       XOR_1 -> A if a
       XOR_1 -> B default
       A -> B -> XOR_2
       XOR_2 -> A if again
       XOR_2 -> End default`,
        'B',
        ['A', 'B', 'XOR_2'],
        ['B', 'A'],
      ],
      [
        'starved-join',
        `Start -> AND_1
       AND_1 -> XOR_1
       XOR_1 -> End_1 if early
       XOR_1 -> AND_2 default
       AND_1 -> B -> AND_2 -> End_2`,
        'AND_2',
        ['AND_1', 'XOR_1', 'B', 'AND_2'],
        ['AND_2'],
      ],
      [
        'starved-join',
        `Start -> XOR_1
       XOR_1 -> A -> AND_1 if a
       XOR_1 -> B -> AND_1 default
       AND_1 -> End`,
        'AND_1',
        ['AND_1'],
        ['AND_1'],
      ],
      [
        'multi-merge',
        `Start -> AND_1
       AND_1 -> A -> XOR_1
       AND_1 -> B -> XOR_1
       XOR_1 -> C -> End`,
        'AND_1',
        ['AND_1', 'A', 'B', 'XOR_1'],
        ['XOR_1'],
      ],
      [
        'multi-merge',
        `Start -> A -> XOR_1
       Event_1 beside A
       Event_1 -> XOR_1
       XOR_1 -> B -> End`,
        'Event_1',
        ['XOR_1', 'Event_1'],
        ['XOR_1'],
      ],
      [
        'several-tokens-in-cycle',
        `Start -> XOR_1 -> AND_1
       AND_1 -> A -> XOR_1
       AND_1 -> B -> End`,
        'AND_1',
        ['XOR_1', 'AND_1', 'A'],
        ['XOR_1'],
      ],
    ];

  test.each(cuts)('%s', (reason, text, entry, elements, paths) => {
    const { regions } = structured(text);
    expect(regions.map((region) => [region.reason, region.entry.id])).toEqual([[reason, entry]]);
    expect(regions[0]?.elements.map(({ id }) => id).sort()).toEqual([...elements].sort());
    expect(regions[0]?.paths.map(({ id }) => id)).toEqual(paths);
  });

  test('overlapping joins: both become paths of their own', () => {
    const { body, paths } = structured(
      `Start -> AND_1
       AND_1 -> A -> AND_A
       AND_1 -> B -> AND_B
       AND_A -> C -> AND_2
       AND_A -> D -> AND_3
       AND_B -> E -> AND_2
       AND_B -> F -> AND_3
       AND_2 -> End_1
       AND_3 -> End_2`,
    );
    expect(paths.map(({ head, gate }) => [head.id, gate?.kind])).toEqual([
      ['AND_2', 'parallel'],
      ['AND_3', 'parallel'],
    ]);
    expect(outline(body).filter((line) => line.includes('go '))).toHaveLength(4);
  });

  test('several starts are branches of one fork', () => {
    const { body, regions } = structured('A -> AND_1\nB -> AND_1\nAND_1 -> C -> End');
    expect(regions).toEqual([]);
    expect(outline(body)).toEqual(
      lines(`branch A
                                           A
                                         branch B
                                           B
                                         AND_1
                                         C
                                         End
                                         leave`),
    );
  });

  test('also inside of sub-processes, which have paths of their own then', () => {
    const inside = scopeOf('Sub_1', 'Start_2 -> AND_1\nAND_1 -> A -> B\nAND_1 -> B\nB -> End_3');
    const process = processOf('Start -> Sub_1 -> End', { Sub_1: inside });
    const { regions, inner } = structure(process, { isProcess: true, complementary });
    expect(regions).toEqual([]);
    expect(inner[0]?.paths.map(({ head }) => head.id)).toEqual(['B']);
  });
});
