import type { Expression } from '../../../../bpmn/2-model/value-types';
import { feelTest } from './feel';
import { javaScriptTest } from './javascript';
import { juelTest } from './juel';
import type { Test } from './test';

const READERS: Readonly<Record<string, (text: string) => Test | undefined>> = {
  feel: feelTest,
  juel: juelTest,
  javascript: javaScriptTest,
};

/** A condition that consists of simple comparisons; undefined for others, and for what is no expression. */
export function testOf({ language, text }: Expression): Test | undefined {
  try {
    return READERS[language]?.(text);
  } catch {
    return undefined; // the compiler tells what is wrong with it
  }
}
