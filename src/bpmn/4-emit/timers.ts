import type { TimerTrigger } from '../2-model/trigger-types';
import { call, type Doc } from './doc';
import type { Emission } from './emission';
import { value } from './expressions';

export function timer({ value: when }: TimerTrigger, element: string, emission: Emission): Doc {
  return call(emission.uses.use('timer'), value(when, { element, root: 'vars', within: true }, emission));
}
