/**
 * Temporal servers for development and tests: found, built, cached, started and stopped.
 *
 * @module
 */
export { ServerError, isServerError, type ServerErrorCode } from './errors';
export type { Executable, LocateOptions } from './executables/executable';
export { cacheFolder } from './executables/cache-folder';
export { locateCli } from './executables/locate-cli';
export { startDevServer, type DevServer, type DevServerOptions } from './dev-server/start';
export {
  connectionFromEnv,
  type EnvironmentConnection,
  type ServerConnection,
  type ServerConnectionOptions,
} from './connection/environment';
export { KnownSearchAttributes } from './known-search-attributes';
export {
  checkSearchAttributes,
  registerSearchAttributes,
  type SearchAttributeState,
} from './search-attributes';
export { checkServer, explainConnectionError } from './connection/check-server';
export { resolveServer, type ResolvedServer } from './connection/resolve-server';
export { locateTestServer } from './executables/locate-test-server';
export { findLiveServer, type ServerRecord } from './dev-server/record';
export { directIfLocal } from './connection/loopback';
