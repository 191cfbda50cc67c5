import { didYouMean } from '../../src/shared/did-you-mean';

test.each([
  ['asignee', ['assignee', 'dueDate'], 'Did you mean "assignee"?'],
  ['Assignee', ['assignee'], 'Did you mean "assignee"?'],
  ['userTsak', ['userTask', 'sendTask'], 'Did you mean "userTask"?'],
  ['Flow_1', ['Flow_2', 'Flow_3', 'Gateway_9'], 'Did you mean "Flow_2" or "Flow_3"?'],
])('%s of %j', (name, candidates, expected) => {
  expect(didYouMean(name, candidates)).toBe(expected);
});

test.each([
  ['colour', ['assignee', 'dueDate']],
  ['x', []],
  ['a'.repeat(10_000), ['a'.repeat(9_999)]],
])('nothing for what is not close', (name, candidates) => {
  expect(didYouMean(name, candidates)).toBeUndefined();
});
