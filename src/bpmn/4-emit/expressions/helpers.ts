/** Helpers of the runtime that stand inside of expressions, in processes and in decisions. */
export const EXPRESSION_HELPERS = [
  'asDate',
  'asJson',
  'asText',
  'compare',
  'dateTime',
  'equal',
  'isEmpty',
  'isFalse',
  'isTrue',
  'sizeOf',
  'toNumber',
] as const;
