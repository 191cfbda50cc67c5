import type { Expression } from './value-types';

const TRUE: Readonly<Partial<Record<Expression['language'], RegExp>>> = {
  feel: /^true$/,
  java: /^(return\s+)?true\s*;?$/,
  javascript: /^true$/,
  juel: /^[$#]\{\s*true\s*\}$/,
};

/** Whether a condition says that it always holds. */
export function isAlways({ language, text }: Expression): boolean {
  return TRUE[language]?.test(text.trim()) ?? false;
}
