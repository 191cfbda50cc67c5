import { isDeepStrictEqual } from 'node:util';
import { IllegalStateError } from '@temporalio/common';
import { DefaultLogger, Runtime, type RuntimeOptions } from '@temporalio/worker';
import { DEV_VARIABLE } from '../shared/names';
import { withoutNoise } from './calm-logger';
import { DevLogger } from './dev-logger';

/** Temporal's options, where undefined means not given. */
export type GivenRuntimeOptions = { readonly [K in keyof RuntimeOptions]?: RuntimeOptions[K] | undefined };

/**
 * Sets up the Temporal runtime, of which a process has one, for logger, metrics and signals (`Runtime.install`). A
 * second call with the same options, or with none, does nothing; with other ones it warns, because Temporal cannot
 * change them.
 */
export function installRuntime(given: GivenRuntimeOptions): void {
  const options = complete(given);
  try {
    Runtime.install(options);
  } catch (error) {
    if (!(error instanceof IllegalStateError)) throw error;
    const asked = Object.entries(given).filter(([, value]) => value !== undefined);
    // Remembered by Temporal: the options of the runtime in force.
    if (asked.length === 0 || sameOptions(Runtime.defaultOptions, options)) return;
    Runtime.instance().logger.warn(
      `This process has a Temporal runtime already: ${asked.map(([name]) => name).join(', ')} of this worker are ` +
        'ignored. Give them to the first worker of the process.',
    );
  }
}

const defaultLogger = process.env[DEV_VARIABLE] ? new DevLogger('INFO') : new DefaultLogger('INFO');

/** Messages of the native core go to the logger as well, unless something else is said. */
function complete(given: GivenRuntimeOptions): RuntimeOptions {
  const { logger = defaultLogger, telemetryOptions, workerHeartbeatInterval, shutdownSignals } = given;
  return {
    logger: withoutNoise(logger),
    telemetryOptions: {
      logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} },
      ...telemetryOptions,
    },
    ...(workerHeartbeatInterval !== undefined && { workerHeartbeatInterval }),
    ...(shutdownSignals && { shutdownSignals }),
  };
}

function sameOptions(one: RuntimeOptions, other: RuntimeOptions): boolean {
  const { logger: oneLogger, ...oneRest } = one;
  const { logger: otherLogger, ...otherRest } = other;
  return oneLogger === otherLogger && isDeepStrictEqual(oneRest, otherRest);
}
