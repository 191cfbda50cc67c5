import { expectOutline, lines, outline, structured } from './outline';

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
