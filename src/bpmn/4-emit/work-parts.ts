import type { Tries } from '../2-model/retries';
import type { Expression } from '../2-model/value-types';
import { call, quote, type Doc } from './doc';
import type { Emission } from './emission';
import { attempted, value, type Site } from './expressions';
import { activityName } from '../../shared/activity-name';

/** The activity of a step: `activities.chargeCard`, or the one that an expression names. */
export function activityReference(implementation: string | Expression, site: Site, emission: Emission): Doc {
  const { uses } = emission;
  const activities = uses.useActivities();
  if (typeof implementation === 'string') return `${activities}.${activityName(implementation)}`;
  const name = value(implementation, { ...site, within: true }, emission);
  const named = call(uses.use('activityNamed'), quote(site.element), activities, name);
  return attempted(named, site, emission);
}

/** How often a step is tried in all. */
export function triesDoc(given: Tries, site: Site, emission: Emission): Doc {
  if (typeof given === 'number') return String(given);
  const number = value(given, { ...site, within: true }, emission);
  return attempted(call(emission.uses.use('tries'), quote(site.element), number), site, emission);
}
