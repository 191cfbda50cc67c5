import { structure } from '../../../src/bpmn/3-structure/structure';
import type { Block, Region } from '../../../src/bpmn/3-structure/tree';
import { complementary } from '../../../src/bpmn/4-emit/expressions';
import { processOf, scopeOf } from '../model-builder';

function structured(text: string) {
  return structure(processOf(text), { isProcess: true, complementary });
}

/** A tree as a few lines: kinds and element ids, nested by indentation. */
function outline(block: Block, indent = ''): string[] {
  const deeper = `${indent}  `;
  return block.flatMap((statement): string[] => {
    switch (statement.kind) {
      case 'element':
        return [
          `${indent}${statement.node.id}`,
          ...statement.beside.flatMap(({ event, body }) => [
            `${indent}beside ${event.id}`,
            ...outline(body, deeper),
          ]),
        ];
      case 'choice':
        return [
          ...statement.branches.flatMap(({ test, body }) => [
            `${indent}if ${test.kind === 'flow' ? test.flow.condition?.text : test.event.id}`,
            ...outline(body, deeper),
          ]),
          ...(statement.otherwise.kind === 'noFlowTaken'
            ? [`${indent}else fail`]
            : statement.otherwise.body.length > 0
              ? [`${indent}else`, ...outline(statement.otherwise.body, deeper)]
              : []),
        ];
      case 'loop':
        return [
          `${indent}loop${statement.label ? ` ${statement.label.target.id}` : ''}`,
          ...outline(statement.body, deeper),
        ];
      case 'labelled':
        return [`${indent}block ${statement.label.target.id}`, ...outline(statement.body, deeper)];
      case 'parallel':
        return statement.branches.flatMap(({ head, body }) => [
          `${indent}branch ${head?.id ?? ''}`,
          ...outline(body, deeper),
        ]);
      case 'break':
      case 'continue':
        return [`${indent}${statement.kind}${statement.label ? ` ${statement.label.target.id}` : ''}`];
      case 'leave':
        return statement.last ? [] : [`${indent}leave`];
      case 'terminate':
        return [`${indent}terminate ${statement.node.id}`];
      case 'go':
        return [`${indent}go ${statement.path.id}${statement.flow ? ` by ${statement.flow.id}` : ''}`];
    }
  });
}

/** The same, from a text with the indentation of the test. */
function lines(text: string): string[] {
  const all = text.split('\n').filter((line) => line.trim() !== '');
  const common = Math.min(...all.slice(1).map((line) => line.length - line.trimStart().length));
  return all.map((line, i) => (i === 0 ? line : line.slice(common)));
}

function expectOutline(text: string, expected: string) {
  const { body, regions } = structured(text);
  expect(regions).toEqual([]);
  expect(outline(body)).toEqual(lines(expected));
}

describe('choices', () => {
  test('branches that meet again go on behind the choice', () => {
    expectOutline(
      `Start -> XOR_1
       XOR_1 -> A -> XOR_2 if yes
       XOR_1 -> B -> XOR_2 default
       XOR_2 -> C -> End`,
      `Start
       XOR_1
       if yes
         A
       else
         B
       XOR_2
       C
       End
       leave`,
    );
  });

  test('a branch that ends leaves; the other one is not nested', () => {
    expectOutline(
      `Start -> XOR_1
       XOR_1 -> A -> End_1 if no
       XOR_1 -> B -> End_2 default`,
      `Start
       XOR_1
       if no
         A
         End_1
         leave
       B
       End_2
       leave`,
    );
  });

  test('the way with more decisions is the main one, wherever it stands', () => {
    expectOutline(
      `Start -> XOR_1
       XOR_1 -> XOR_2 if yes
       XOR_2 -> A -> End_1 if more
       XOR_2 -> B -> End_2 default
       XOR_1 -> C -> End_3 default`,
      `Start
       XOR_1
       if yes
       else
         C
         End_3
         leave
       XOR_2
       if more
         A
         End_1
         leave
       B
       End_2
       leave`,
    );
  });

  test('ways that all end at one end event share it', () => {
    expectOutline(
      `Start -> XOR_1
       XOR_1 -> A -> End if a
       XOR_1 -> End if b
       XOR_1 -> B -> End default`,
      `Start
       XOR_1
       if a
         A
       if b
       else
         B
       End
       leave`,
    );
  });

  test('without a default the last way is a failure, unless two conditions are opposite', () => {
    expectOutline(
      `Start -> XOR_1
       XOR_1 -> A -> End if a
       XOR_1 -> B -> End if b`,
      `Start
       XOR_1
       if a
         A
       if b
         B
       else fail
       End
       leave`,
    );
    expectOutline(
      `Start -> XOR_1
       XOR_1 -> A -> End if x > 1
       XOR_1 -> B -> End if x <= 1`,
      `Start
       XOR_1
       if x > 1
         A
       else
         B
       End
       leave`,
    );
  });

  test('paths that meet in different places need a labelled block', () => {
    expectOutline(
      `Start -> XOR_1
       XOR_1 -> C if far
       XOR_1 -> XOR_2 default
       XOR_2 -> A -> B if near
       XOR_2 -> End_Error default
       B -> C -> End`,
      `Start
       XOR_1
       if far
       else
         XOR_2
         if near
         else
           End_Error
         A
         B
       C
       End
       leave`,
    );
  });
});

describe('loops', () => {
  test('the process goes on behind the loop; other ways out stay in it', () => {
    expectOutline(
      `Start -> Try -> XOR_1
       XOR_1 -> Celebrate -> End_1 if worked
       XOR_1 -> XOR_2 default
       XOR_2 -> End_2 if enough
       XOR_2 -> Pause -> Try default`,
      `Start
       loop
         Try
         XOR_1
         if worked
           break
         XOR_2
         if enough
           End_2
           leave
         Pause
       Celebrate
       End_1
       leave`,
    );
  });

  test('a boundary event is a side way out, whatever it leads to', () => {
    expectOutline(
      `Start -> Try -> XOR_1
       Event_1 on Try error E
       Event_1 -> XOR_3
       XOR_3 -> A -> End_3 if a
       XOR_3 -> B -> End_4 default
       XOR_1 -> End_1 if done
       XOR_1 -> Try default`,
      `Start
       loop
         Try
         if Event_1
           Event_1
           XOR_3
           if a
             A
             End_3
             leave
           B
           End_4
           leave
         XOR_1
         if done
           break
       End_1
       leave`,
    );
  });

  test('jumps across loops carry labels', () => {
    expectOutline(
      `Start -> A -> B -> XOR_1
       XOR_1 -> A if outer
       XOR_1 -> B if inner
       XOR_1 -> End default`,
      `Start
       loop A
         A
         loop
           B
           XOR_1
           if outer
             break
           if inner
           else
             break A
       End
       leave`,
    );
  });

  test('a branch of a loop of its own stays in the function of the branch', () => {
    expectOutline(
      `Start -> AND_1
       AND_1 -> A -> XOR_1
       XOR_1 -> A if again
       XOR_1 -> AND_2 default
       AND_1 -> B -> AND_2
       AND_2 -> XOR_2
       XOR_2 -> End if done
       XOR_2 -> C -> End default`,
      `Start
       AND_1
       branch A
         loop
           A
           XOR_1
           if again
           else
             break
       branch B
         B
       AND_2
       XOR_2
       if done
       else
         C
       End
       leave`,
    );
  });
});

describe('forks', () => {
  test('branches that join in parts', () => {
    expectOutline(
      `Start -> AND_1
       AND_1 -> A -> AND_2
       AND_1 -> C -> AND_3
       AND_1 -> B -> AND_2
       AND_2 -> D -> AND_3
       AND_3 -> End`,
      `Start
       AND_1
       branch AND_2
         branch A
           A
         branch B
           B
         AND_2
         D
       branch C
         C
       AND_3
       End
       leave`,
    );
  });

  test('one branch beside nothing is no branch', () => {
    expectOutline(
      `Start -> AND_1 -> A -> AND_2
       AND_1 -> AND_2 -> End`,
      `Start
       AND_1
       A
       AND_2
       End
       leave`,
    );
  });

  test('several flows out of a task are a fork, branches may end by themselves', () => {
    expectOutline(
      `Start -> A -> B -> End_1
       A -> C -> End_2`,
      `Start
       A
       branch B
         B
         End_1
       branch C
         C
         End_2
       leave`,
    );
  });

  test('terminate stops what else runs; alone it is an end', () => {
    const { body, ownScope } = structured(`Start -> AND_1
      AND_1 -> A -> End_Terminate_1
      AND_1 -> B -> End_2`);
    expect(ownScope).toBe(true);
    expect(outline(body)).toEqual(
      lines(`Start
             AND_1
             branch A
               A
               terminate End_Terminate_1
             branch B
               B
               End_2`),
    );
    const alone = structured('Start -> A -> End_Terminate_1');
    expect(alone.ownScope).toBe(false);
    expect(outline(alone.body)).toEqual(['Start', 'A', 'End_Terminate_1', 'leave']);
  });

  test('events that do not interrupt run beside, in a scope that waits for them', () => {
    const { body, ownScope } = structured(`Start -> A -> End_1
      Event_1 beside A
      Event_1 -> B -> End_2`);
    expect(ownScope).toBe(true);
    expect(outline(body)).toEqual(
      lines(`Start
             A
             beside Event_1
               Event_1
               B
               End_2
             End_1`),
    );
  });
});

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

describe('inner forks', () => {
  test('whose branches end at the join of an outer one need no join of their own', () => {
    expectOutline(
      `Start -> AND_1
       AND_1 -> A -> AND_2
       AND_1 -> B -> AND_J
       AND_2 -> C -> AND_J
       AND_2 -> D -> AND_J
       AND_J -> E -> End`,
      `Start
       AND_1
       branch A
         A
         AND_2
         branch C
           C
         branch D
           D
       branch B
         B
       AND_J
       E
       End
       leave`,
    );
  });
});

describe('size', () => {
  test('ten thousand elements in a row, or in a row of choices, loops and forks', () => {
    const count = 2500;
    const row = Array.from({ length: 10_000 }, (_, i) => `T${i}`).join(' -> ');
    expect(structured(`Start -> ${row} -> End`).body).toHaveLength(10_003);

    const choices = Array.from(
      { length: count },
      (_, i) =>
        `XOR_${i} -> A${i} -> XOR_M${i} if a\nXOR_${i} -> XOR_M${i} default\nXOR_M${i} -> XOR_${i + 1}`,
    );
    expect(structured(`Start -> XOR_0\n${choices.join('\n')}\nXOR_${count} -> End`).regions).toEqual([]);

    const loops = Array.from(
      { length: count },
      (_, i) => `L${i} -> XOR_${i}\nXOR_${i} -> L${i} if again\nXOR_${i} -> L${i + 1} default`,
    );
    expect(structured(`Start -> L0\n${loops.join('\n')}\nL${count} -> End`).regions).toEqual([]);

    const forks = Array.from(
      { length: count },
      (_, i) => `AND_${i} -> A${i} -> AND_J${i}\nAND_${i} -> B${i} -> AND_J${i}\nAND_J${i} -> AND_${i + 1}`,
    );
    expect(structured(`Start -> AND_0\n${forks.join('\n')}\nAND_${count} -> End`).regions).toEqual([]);
  });

  test('nesting that nobody could read is cut where it gets too deep', () => {
    const count = 3000;
    const forks = Array.from(
      { length: count },
      (_, i) => `AND_${i} -> A${i} -> End_${i}\nAND_${i} -> AND_${i + 1}`,
    );
    const { regions } = structured(`Start -> AND_0\n${forks.join('\n')}\nAND_${count} -> End`);
    expect(new Set(regions.map(({ reason }) => reason))).toEqual(new Set(['nested-too-deep']));
    expect(regions.length).toBeLessThan(count / 50);
  });
});
