import { isDeepStrictEqual } from 'node:util';
import { IllegalStateError } from '@temporalio/common';
import { Runtime, type RuntimeOptions } from '@temporalio/worker';

/** Temporal's options, where undefined means not given. */
export type GivenRuntimeOptions = { readonly [K in keyof RuntimeOptions]?: RuntimeOptions[K] | undefined };

/**
 * Sets up the Temporal runtime, of which a process has one, for logger, metrics and signals (`Runtime.install`). A
 * second call with the same options does nothing; with other ones it warns, because Temporal cannot change them.
 *
 * @returns whether the options are in force
 */
export function installRuntime(options: GivenRuntimeOptions): boolean {
  const wanted = complete(options);
  if (Object.keys(wanted).length === 0) return true;
  try {
    Runtime.install(wanted);
    return true;
  } catch (error) {
    if (!(error instanceof IllegalStateError)) throw error;
    // Remembered by Temporal: the options of the runtime in force.
    if (sameOptions(Runtime.defaultOptions, wanted)) return true;
    Runtime.instance().logger.warn(
      `This process has a Temporal runtime already: ${Object.keys(wanted).join(', ')} of this worker are ignored. ` +
        'Give them to the first worker of the process.',
    );
    return false;
  }
}

/** Only what is set; messages of the native core go to the logger as well, where one is given. */
function complete({
  logger,
  telemetryOptions,
  workerHeartbeatInterval,
  shutdownSignals,
}: GivenRuntimeOptions): RuntimeOptions {
  const telemetry =
    logger && !telemetryOptions?.logging
      ? { ...telemetryOptions, logging: { filter: { core: 'WARN', other: 'ERROR' } as const, forward: {} } }
      : telemetryOptions;
  return {
    ...(logger && { logger }),
    ...(telemetry && { telemetryOptions: telemetry }),
    ...(workerHeartbeatInterval !== undefined && { workerHeartbeatInterval }),
    ...(shutdownSignals && { shutdownSignals }),
  };
}

function sameOptions(one: RuntimeOptions, other: RuntimeOptions): boolean {
  const { logger: oneLogger, ...oneRest } = one;
  const { logger: otherLogger, ...otherRest } = other;
  return oneLogger === otherLogger && isDeepStrictEqual(oneRest, otherRest);
}
