/**
 * The ldap connector: directories, Active Directory among them.
 *
 * @module
 */
export { AccountControl, accountControl, accountName, IN_CHAIN, isEnabled } from './active-directory';
export { ldap } from './client';
export { LdapCode, LdapFailure, type LdapFailureDetails } from './failures';
export { dn, filter } from './names';
export type {
  EnsureEntry,
  LdapAttributes,
  LdapCall,
  LdapChanges,
  LdapClient,
  LdapConfig,
  LdapDirectory,
  LdapEntry,
  LdapSearch,
  LdapValue,
} from './types';
export { env, reveal, secret, type Configured, type Setting } from '../../../settings/settings';
