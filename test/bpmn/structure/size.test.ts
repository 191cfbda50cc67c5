import { structured } from './outline';

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
