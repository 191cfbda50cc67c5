import type { Context } from './element-reader';

/** Camunda 7 and Flowable count from 0, the standard and Camunda 8 from 1. */
export function counted(
  { diagram }: Context,
  name?: string,
): { readonly counter: string; readonly counterBegins: 0 | 1 } {
  const isEngine = diagram.dialect === 'camunda7' || diagram.dialect === 'flowable';
  return { counter: name?.trim() || 'loopCounter', counterBegins: isEngine ? 0 : 1 };
}
