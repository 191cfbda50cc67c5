import { expectOutline } from './outline';

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
