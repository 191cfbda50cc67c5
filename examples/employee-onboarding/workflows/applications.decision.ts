import { decideAll, is, oneOf, rule } from 'batonflow/decision';

/** What "Applications of a role" decides by. */
export interface ApplicationsOfRoleInput {
  readonly role: string | null;
}

export type ApplicationsOfRoleResult =
  'chat' | 'expenses' | 'source-control' | 'monitoring' | 'customers' | 'ledger';

/** Applications of a role. Generated from applications.dmn: change the file, then run `baton compile`. */
export function applicationsOfRole({ role }: ApplicationsOfRoleInput): ApplicationsOfRoleResult[] {
  return decideAll({ decision: 'applicationsOfRole', hitPolicy: 'COLLECT', inputs: { role } }, [
    rule({}, 'chat'),
    rule({}, 'expenses'),
    rule({ role: is('engineer') }, 'source-control'),
    rule({ role: is('engineer') }, 'monitoring'),
    rule({ role: oneOf('sales', 'finance') }, 'customers'),
    rule({ role: is('finance') }, 'ledger'),
  ]);
}
