import { wordsOf } from '../../../src/bpmn/4-emit/values';

test.each([
  ['feel', '"to be " + subject', ['subject']],
  ['feel', `customer's + "a \\" to"`, ['customer', 's']],
  ['javascript', `"to" + 'be \\' to' + subject`, ['subject']],
  ['juel', "${order == 'total'}", ['$', 'order']],
  ['juel', "it's ${order}, isn't it", ['it', 's', '$', 'order', 'isn', 't', 'it']],
] as const)('%s %s: names outside of texts', (language, text, words) => {
  expect(wordsOf({ language, text } as Parameters<typeof wordsOf>[0])).toEqual(words);
});
