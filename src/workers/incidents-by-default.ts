import type { BundleOptions } from '@temporalio/worker';

type Config = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];

/**
 * Puts the worker's word on incidents into the workflow code, as the constant `BATON_INCIDENTS`. A run asks it at its
 * first failure, and its history keeps the answer, so that another word later does not change what is replayed.
 */
export function withIncidentsByDefault(config: Config, incidents: boolean): Config {
  if (!incidents) return config;
  return {
    ...config,
    plugins: [
      ...(config.plugins ?? []),
      (compiler) => new compiler.webpack.DefinePlugin({ BATON_INCIDENTS: 'true' }).apply(compiler),
    ],
  };
}
