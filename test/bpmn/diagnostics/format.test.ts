import { formatDiagnostic, formatTotals } from '../../../src/bpmn/diagnostics/format';
import { toJson } from '../../../src/bpmn/diagnostics/to-json';
import { toSarif } from '../../../src/bpmn/diagnostics/to-sarif';
import { process, read } from '../diagram';

const { diagnostics } = read(
  process('\n<startEvent id="S"/>\n<task id="S"/>\n<exclusiveGateway id="G" default="F"/>'),
);
const [duplicate] = diagnostics.filter(({ code }) => code === 'id-duplicate');

test('plain text has everything, without colours', () => {
  expect(duplicate && formatDiagnostic(duplicate)).toBe(
    [
      'test.bpmn:3:11 error id-duplicate (S)',
      '  The id "S" is used twice.',
      '',
      `    1 | ${process('').slice(0, 100)}…`,
      '    2 | <startEvent id="S"/>',
      '  > 3 | <task id="S"/>',
      '      |           ^',
      '    4 | <exclusiveGateway id="G" default="F"/></process></definitions>',
      '  first used here (S, line 2, column 17)',
      '  Hint: Give one of the elements another id.',
      '  See https://github.com/batonflow/baton/blob/main/docs/diagnostics.md#id-duplicate',
    ].join('\n'),
  );
});

test('styles are applied by the caller', () => {
  const text =
    duplicate && formatDiagnostic(duplicate, { severity: (what, severity) => `[${severity}:${what}]` });
  expect(text).toContain(' [error:error] id-duplicate');
});

test('totals', () => {
  expect(formatTotals([])).toBe('');
  const [warning] = diagnostics.filter(({ severity }) => severity === 'warning');
  const errors = diagnostics.filter(({ severity }) => severity === 'error').slice(0, 2);
  const some = warning ? [warning, ...errors] : [];
  expect(formatTotals(some)).toBe('2 errors, 1 warning');
  expect(toJson(some)).toEqual({ errors: 2, warnings: 1, diagnostics: some });
});

test('SARIF: rules once each, results point at them and at their place', () => {
  const log = toSarif(diagnostics);
  const [run] = log.runs;
  expect(log.version).toBe('2.1.0');
  const rules = run?.tool.driver.rules ?? [];
  expect(rules.map(({ id }) => id)).toEqual([...new Set(rules.map(({ id }) => id))]);
  expect(run?.results).toHaveLength(diagnostics.length);
  for (const [i, result] of (run?.results ?? []).entries()) {
    expect(rules[result.ruleIndex]?.id).toBe(diagnostics[i]?.code);
    expect(result.locations[0]?.physicalLocation.region?.startLine).toBe(diagnostics[i]?.position?.line);
  }
  const result = run?.results.find(({ ruleId }) => ruleId === 'id-duplicate');
  expect(result?.relatedLocations?.[0]?.physicalLocation.region?.startLine).toBe(2);
});

test('SARIF: file names are relative references', () => {
  const [one] = diagnostics;
  const log = toSarif(one ? [{ ...one, file: 'my diagrams\\größe.bpmn' }] : []);
  const uri = log.runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri;
  expect(uri).toBe('my%20diagrams/gr%C3%B6%C3%9Fe.bpmn');
});
