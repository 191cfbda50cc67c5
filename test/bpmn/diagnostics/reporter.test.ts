import { MAX_DIAGNOSTICS, createReporter } from '../../../src/bpmn/diagnostics/reporter';
import { createSource } from '../../../src/bpmn/diagnostics/source';

const source = createSource('order.bpmn', '<a>\n  <b/>\n</a>');
const at = (offset: number) => ({ position: source.position(offset, 1) });

test('sorts by place, then code; what has no place comes first', () => {
  const reporter = createReporter(source, { strict: false });
  reporter.report('xml-invalid', at(8), { problem: 'x' });
  reporter.report('id-invalid', at(8), { id: '1' });
  reporter.report('xml-doctype', at(0), {});
  reporter.report('xml-empty', {}, {});
  expect(reporter.diagnostics().map(({ code }) => code)).toEqual([
    'xml-empty',
    'xml-doctype',
    'id-invalid',
    'xml-invalid',
  ]);
});

test('a problem is complete and frozen', () => {
  const reporter = createReporter(source, { strict: false });
  reporter.report(
    'id-duplicate',
    { element: 'B', ...at(6) },
    { id: 'B' },
    {
      hint: () => 'Did you mean "C"?',
      related: [{ element: 'B', message: 'first used here' }],
    },
  );
  const [diagnostic] = reporter.diagnostics();
  expect(diagnostic).toEqual({
    code: 'id-duplicate',
    severity: 'error',
    message: 'The id "B" is used twice.',
    hint: 'Did you mean "C"? Give one of the elements another id.',
    element: 'B',
    file: 'order.bpmn',
    position: { line: 2, column: 3, offset: 6, length: 1 },
    frame: '  1 | <a>\n> 2 |   <b/>\n    |   ^\n  3 | </a>',
    related: [{ element: 'B', message: 'first used here' }],
    url: expect.stringMatching(/^https:.*#id-duplicate$/),
  });
  expect(Object.isFrozen(diagnostic)).toBe(true);
});

test('the same problem counts once', () => {
  const reporter = createReporter(source, { strict: false });
  for (let i = 0; i < 3; i += 1) reporter.report('id-invalid', at(4), { id: '1' });
  expect(reporter.diagnostics()).toHaveLength(1);
});

test('warnings do not fail; strict makes errors of some', () => {
  const lenient = createReporter(source, { strict: false });
  const strict = createReporter(source, { strict: true });
  for (const reporter of [lenient, strict]) reporter.report('flow-immediate', at(0), { element: 'flow' });
  expect([lenient.failed, strict.failed]).toEqual([false, true]);
  expect(strict.diagnostics()[0]?.severity).toBe('error');
});

test('beyond a number of problems it only counts, and errors are not crowded out by warnings', () => {
  const reporter = createReporter(source, { strict: false });
  for (let i = 0; i < MAX_DIAGNOSTICS + 7; i += 1)
    reporter.report('layout-problem', at(0), { problem: `${i}` });
  reporter.report('id-invalid', at(1), { id: '1' });
  const diagnostics = reporter.diagnostics();
  expect(diagnostics).toHaveLength(MAX_DIAGNOSTICS + 2);
  expect(diagnostics.at(-1)?.message).toBe('7 more problems were found and left out.');
  expect(diagnostics.at(-2)?.code).toBe('id-invalid');
});
