import { read } from '../diagram';
import { constraintCases, describeShared, sharedDiagrams } from '../shared-diagrams';

/** Codes that say "not yet", not "wrong". */
const NOT_SUPPORTED = new Set([
  'element-not-supported',
  'attribute-not-supported',
  'extension-not-supported',
  'expression-language',
  'not-executable',
]);

describe.each(['real', 'miwg', 'betsy', 'constraints'])('%s', (group) => {
  const diagrams = sharedDiagrams(group);
  describeShared(group, diagrams, () => {
    test.each(diagrams)('$name: a model, or errors that say where', ({ xml }) => {
      const { model, diagnostics } = read(xml);
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      expect(model === undefined).toBe(errors.length > 0);
      for (const { position, message, frame, element } of diagnostics) {
        expect(message).not.toMatch(/undefined|(?<!\$)\{\w+\}/);
        expect(frame).toMatch(/\^/);
        if (element !== undefined) expect(xml).toContain(`"${element}"`);
        expect(position && xml.slice(position.offset, position.offset + position.length)).toBeTruthy();
      }
    });
  });
});

describeShared('constraints, strict', constraintCases(), () => {
  const verdicts = constraintCases().map((one) => {
    const { diagnostics } = read(one.xml, { strict: true, imports: one.imports });
    const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    return { ...one, broken: errors.filter((code) => !NOT_SUPPORTED.has(code)) };
  });

  test('no valid file is called wrong', () => {
    const wrong = verdicts.filter(({ valid, broken }) => valid && broken.length > 0);
    expect(wrong.map(({ name, broken }) => [name, ...broken])).toEqual([]);
  });

  test('every executable file that breaks a constraint is rejected for it', () => {
    const missed = verdicts.filter(
      ({ valid, executable, broken }) => !valid && executable && broken.length === 0,
    );
    expect(missed.map(({ name }) => name)).toEqual([]);
  });
});
