import type { TimerTrigger } from '../2-model/trigger-types';
import { call, type Doc } from './doc';
import type { Emission } from './emission';
import { value, type Site } from './expressions';

export function timer({ value: when }: TimerTrigger, site: Site, emission: Emission): Doc {
  return call(emission.uses.use('timer'), value(when, site, emission));
}
