import { identifier } from './identifier';
import { isKeyword } from './keywords';

/**
 * The activity's name as a property of the activities module: a class or path by its last part (`com.acme.ChargeCard` →
 * `chargeCard`), a bean's method with the bean (`orders.total` → `ordersTotal`), else as it is (`charge-card`).
 */
export function activityName(implementation: string): string {
  const path = /^[\p{L}\p{N}_$]+(\.[\p{L}\p{N}_$]+)+$/u.test(implementation) ? implementation.split('.') : [];
  const last = path.at(-1) ?? implementation;
  const isMethod = path.length === 2 && !/^\p{Lu}/u.test(last);
  const name =
    identifier(isMethod ? path.join(' ') : last, Infinity) ||
    identifier(implementation, Infinity) ||
    'activity';
  // What cannot be the name of a constant or function cannot be exported.
  return isKeyword(name) ? `${name}Activity` : name;
}
