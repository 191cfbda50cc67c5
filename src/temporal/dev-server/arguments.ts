import { ATTRIBUTE_TYPES } from '../search-attributes';
import { LOOPBACK } from './ports';

export interface DevServerSettings {
  readonly port: number;
  readonly uiPort: number;
  readonly metricsPort: number;
  readonly namespace: string;
  readonly dbFile: string | undefined;
  readonly logLevel: string;
}

/**
 * The dev server has one shard whose queues are read at most 20 times a second by default, so that every task waits up
 * to 50 ms; these take that wait away. Eager execution hands an activity to the worker that scheduled it, without
 * the way through matching. Workers say how busy they are, which servers before 1.31 do not listen to by default.
 */
const dynamicConfig = {
  'history.transferProcessorMaxPollRPS': 5000,
  'history.timerProcessorMaxPollRPS': 5000,
  'history.visibilityProcessorMaxPollRPS': 1000,
  'history.outboundProcessorMaxPollRPS': 1000,
  'system.enableActivityEagerExecution': true,
  'frontend.WorkerHeartbeatsEnabled': true,
  'frontend.ListWorkersEnabled': true,
};

/**
 * A write-ahead log takes most of the waiting for the disk away: ten activities in a row took 110 ms in place of 256, a
 * hundred such runs at once 7 s in place of 18. With `synchronous=normal` a killed server loses nothing, a power cut
 * may cost the last transactions, and the file stays whole.
 */
const sqlite = { journal_mode: 'wal', synchronous: '1' };

/**
 * Arguments of `temporal` for a dev server on loopback. `--ip` also binds the metrics port, and the HTTP and internal ports,
 * which the CLI chooses itself.
 */
export function devServerArguments(settings: DevServerSettings): string[] {
  const { port, uiPort, metricsPort, namespace, dbFile, logLevel } = settings;
  return [
    ...['server', 'start-dev'],
    ...['--ip', LOOPBACK, '--port', String(port)],
    ...['--ui-ip', LOOPBACK, '--ui-port', String(uiPort)],
    ...['--metrics-port', String(metricsPort)],
    ...['--namespace', namespace],
    ...['--log-level', logLevel],
    ...(dbFile === undefined ? [] : ['--db-filename', dbFile, ...pairs('--sqlite-pragma', sqlite)]),
    ...pairs('--search-attribute', ATTRIBUTE_TYPES),
    ...pairs('--dynamic-config-value', dynamicConfig),
  ];
}

/** The parent's environment without settings of the CLI, which could aim this server at another configuration. */
export function devServerEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TEMPORAL_')));
}

function pairs(flag: string, values: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(values).flatMap(([key, value]) => [flag, `${key}=${String(value)}`]);
}
