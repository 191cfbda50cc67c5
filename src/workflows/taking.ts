import type { OpenVariables } from '../shared/process-contract';
import { local, type Over } from './local';
import type {
  CancelTrigger,
  CompensationTrigger,
  ErrorTrigger,
  EscalationTrigger,
  TechnicalFailureTrigger,
} from './thrown';
import type { PayloadOf, Trigger } from './triggers';

type AnyTrigger =
  Trigger | ErrorTrigger | TechnicalFailureTrigger | EscalationTrigger | CancelTrigger | CompensationTrigger;

/** What comes with an event: the payload of a message or signal, the variables of a BPMN error, else nothing. */
type ComingWith<T> = T extends { readonly kind: 'error' | 'technicalFailure' }
  ? OpenVariables
  : PayloadOf<T> extends infer Payload extends object
    ? Payload
    : object;

/**
 * A trigger, for `guard` and `scope`, with what becomes of that which comes with it: `take` sees it laid over the
 * variables, and nothing of it goes into the variables by itself. Without this its fields become variables. `take` is
 * done in the same step in which the event fires; a failure in it fails what the event is on.
 *
 * Temporal calls: none.
 *
 * @example
 * const outcome = await guard(() => userTask('Review'), {
 *   Withdrawn: taking(message('Withdrawn', vars.id), vars, (withdrawal) => {
 *     vars.reason = withdrawal.reason;
 *   }),
 * });
 */
export function taking<T extends AnyTrigger, Vars extends object>(
  trigger: T,
  vars: Vars,
  take: (event: Over<Vars, ComingWith<T>>) => void,
): T {
  const taken = (payload: unknown) => take(local(vars, payload as ComingWith<T>));
  return { ...trigger, [TAKE]: taken };
}

/** Not a name: nobody is to make such a trigger by hand. */
const TAKE = Symbol('take');

/** What `taking` says of a trigger. */
export function takerOf(trigger: object): ((payload: unknown) => void) | undefined {
  return (trigger as { readonly [TAKE]?: (payload: unknown) => void })[TAKE];
}
