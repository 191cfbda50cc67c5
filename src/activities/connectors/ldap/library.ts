import type * as Ldapts from 'ldapts';
import { optionalLibrary } from '../shared/optional-library';

export function ldapts(): typeof Ldapts {
  return optionalLibrary('ldapts', 'batonflow/ldap', () => require('ldapts') as typeof Ldapts);
}
