import { register } from 'tsx/cjs/api';
import type { ConnectOptions } from '../client';
import { CommandError } from './errors';
import { loadModule } from './load-module';
import { shown } from './paths';
import type { Project } from './project';

/** How clients and workers of a project read and write payloads, beside where the server is. */
export type TemporalSettings = Pick<ConnectOptions, 'dataConverter'>;

/**
 * What the project's module `src/temporal.ts` says: its export `dataConverter` is that of every client that the commands
 * open, and of the worker by convention. Without it payloads are plain JSON.
 *
 * @throws {CommandError} when the module cannot be loaded, or says something else
 */
export async function temporalSettings({ temporal, esm }: Project): Promise<TemporalSettings> {
  if (temporal === undefined) return {};
  const { dataConverter } = await loadModule(temporal, esm);
  if (dataConverter === undefined) return {};
  if (!isDataConverter(dataConverter)) {
    throw new CommandError(`${shown(temporal)}: dataConverter is no data converter of Temporal.`, {
      hint: 'It has payloadCodecs, payloadConverterPath or failureConverterPath.',
    });
  }
  // Temporal loads converters by their paths, which may be TypeScript.
  register();
  return { dataConverter };
}

const PARTS = ['payloadCodecs', 'payloadConverterPath', 'failureConverterPath', 'externalStorage'] as const;

function isDataConverter(value: unknown): value is NonNullable<TemporalSettings['dataConverter']> {
  return typeof value === 'object' && value !== null && PARTS.some((part) => part in value);
}
