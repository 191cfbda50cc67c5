import { judge } from '../../conformance/constraints/judge';
import { explain, LIMITS, verdictOf } from '../../conformance/verdict';
import { parts } from '../../src/bpmn/diagnostics/catalogue';
import type { Diagnostic } from '../../src/bpmn/diagnostics/diagnostic';

const diagnostic = (code: string, severity: Diagnostic['severity'] = 'error'): Diagnostic => ({
  code,
  severity,
  message: `Words of ${code}.`,
  file: 'a.bpmn',
  url: '',
});
const unsupported = diagnostic('element-not-supported');
const notExecutable = diagnostic('not-executable');
const invalid = diagnostic('flow-crosses-scope');

test('the codes that speak of limits are those whose texts say so', () => {
  const saying = parts
    .flatMap(({ entries }) => Object.entries(entries))
    .filter(([, { message, why }]) => /\bnot supported\b|\bnot compiled yet\b/.test(`${message} ${why}`))
    .map(([code]) => code);
  // This one stops what the standard allows, because nothing can be made of it, and says so in other words.
  expect([...LIMITS].sort()).toEqual([...saying, 'expression-unsupported'].sort());
});

test('a verdict: what breaks a rule counts more than limits, warnings do not count', () => {
  expect(verdictOf([])).toBe('accepted');
  expect(verdictOf([diagnostic('flow-crosses-scope', 'warning')])).toBe('accepted');
  expect(verdictOf([notExecutable])).toBe('not-executable');
  expect(verdictOf([notExecutable, unsupported])).toBe('unsupported');
  expect(verdictOf([notExecutable, unsupported, invalid])).toBe('invalid');
});

test('an explanation names each code once, with its first words, the telling ones first', () => {
  expect(explain([unsupported, unsupported, invalid, diagnostic('expression-unsupported')])).toBe(
    'flow-crosses-scope: Words of flow-crosses-scope. | ' +
      'element-not-supported ×2: Words of element-not-supported. | expression-unsupported: Words of expression-unsupported.',
  );
});

describe('constraints', () => {
  const valid = { valid: true, executable: true };
  const broken = { valid: false, executable: true };

  test('an invalid file is caught by a rule only', () => {
    expect(judge(broken, 'invalid')).toBe('caught');
    expect(judge(broken, 'unsupported')).toBe('caught-by-limit');
    expect(judge({ ...broken, executable: false }, 'not-executable')).toBe('caught-by-limit');
    expect(judge(broken, 'accepted')).toBe('missed');
  });
  test('a valid file must not be called invalid', () => {
    expect(judge(valid, 'accepted')).toBe('accepted');
    expect(judge(valid, 'unsupported')).toBe('not-yet');
    expect(judge(valid, 'invalid')).toBe('wronged');
  });
  test('"not executable" is the truth of some files and a mistake about others', () => {
    expect(judge({ ...valid, executable: false }, 'not-executable')).toBe('accepted');
    expect(judge(valid, 'not-executable')).toBe('wronged');
  });
});
