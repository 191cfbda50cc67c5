import { InvalidInputError } from '../../src/client/errors';
import { CommandError, UsageError } from '../../src/cli/errors';
import { explain } from '../../src/cli/explain';
import { formatProblems } from '../../src/shared/schema';

const plain = { debug: false };

test('shows message and hint of a command error, without its cause', () => {
  const error = new CommandError('It is broken.', {
    hint: 'Mend it.\nOr leave it.',
    cause: new Error('E42'),
  });
  expect(explain(error, plain)).toEqual({
    text: 'error: It is broken.\n  Mend it.\n  Or leave it.',
    exitCode: 1,
  });
});

test('wrong usage has exit code 2', () => {
  expect(explain(new UsageError('No.'), plain)).toEqual({ text: 'error: No.', exitCode: 2 });
});

test('shows the causes of any other error, each once', () => {
  const cause = new Error('connect ECONNREFUSED', { cause: new Error('ECONNREFUSED') });
  expect(explain(new Error('Workflow failed', { cause }), plain)).toEqual({
    text: 'error: Workflow failed\n  because: connect ECONNREFUSED',
    exitCode: 1,
  });
});

test('survives causes that go round, and things that are no errors', () => {
  const error = new Error('round');
  error.cause = error;
  expect(explain(error, plain).text).toBe('error: round');
  expect(explain('just text', plain).text).toBe('error: just text');
  expect(explain(undefined, plain).text).toBe('error: unknown');
});

test('shows stack traces for --debug only', () => {
  const error = new CommandError('It is broken.', { cause: new Error('inner') });
  expect(explain(error, plain).text).not.toContain('explain.test');
  const { text } = explain(error, { debug: true });
  expect(text).toMatch(/at .*explain\.test/);
  expect(text).toContain('Caused by: Error: inner');
});

test('several problems of an input stand on lines of their own', () => {
  const problems = [
    { path: 'name', message: 'too short' },
    { path: 'rows[0].k', message: 'must be a number; not a text' },
  ];
  const message = `Task 'Review': input does not fit: ${formatProblems(problems)}`;
  expect(explain(new InvalidInputError(message, { problems }), plain)).toEqual({
    text: "error: Task 'Review': input does not fit:\n  name: too short\n  rows[0].k: must be a number; not a text",
    exitCode: 2,
  });
  const one = new InvalidInputError(`Input does not fit: name: too short`, {
    problems: problems.slice(0, 1),
  });
  expect(explain(one, plain).text).toBe('error: Input does not fit: name: too short');
});
