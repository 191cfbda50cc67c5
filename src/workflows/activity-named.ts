import type { ActivityContract } from '../shared/activity-contract';
import { activityName } from '../shared/activity-name';
import type { OpenVariables } from '../shared/process-contract';
import { FailureType } from '../shared/errors';
import { expressionFailed, shown } from './expressions';
import { failure } from './failures';

/** An activity of which only the run knows which one it is. */
type AnyActivity = ActivityContract<object, OpenVariables>;

/**
 * The activity that a value names, where a diagram has an expression instead of the name: by the name in its contract, or
 * as compiled diagrams name it (`charge-card` is `chargeCard`). Temporal calls: none.
 *
 * @param element - named by failures
 * @param activities - the module of contracts, or what `activitiesOf` gives
 * @throws ApplicationFailure `ExpressionFailed`, not retried, for what is no name, or the name of no activity.
 * @example
 * assign(await task('Pay', activityNamed('Pay', activities, `pay-by-${vars.method}`), vars));
 */
export function activityNamed(element: string, activities: object, name: unknown): AnyActivity {
  if (typeof name !== 'string' || name.trim() === '')
    throw expressionFailed(element, 'the name of the activity', `it gave ${shown(name)}, which is no name`);
  const known = activities as Readonly<Record<string, AnyActivity | undefined>>;
  const found = Object.values(known).find((one) => one?.name === name) ?? known[activityName(name)];
  if (found) return found;
  const names = Object.values(known).flatMap((one) => (one?.name === undefined ? [] : [one.name]));
  const message = `'${element}' calls the activity '${name}', which does not exist. There are: ${names.join(', ')}.`;
  throw failure(FailureType.ExpressionFailed, message, { element });
}
