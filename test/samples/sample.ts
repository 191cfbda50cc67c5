import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CompileOptions } from '../../src/bpmn/compile';

/**
 * A sample is a folder with a diagram, the files that it compiles to, and, where it has them, a schema and cases that
 * say how it runs. A sample with a schema calls contracts, one without calls plain functions.
 */
export interface Sample {
  readonly name: string;
  readonly folder: string;
  readonly file: string;
  readonly xml: string;
  readonly options: CompileOptions;
}

export function samples(): Sample[] {
  return readdirSync(__dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const folder = join(__dirname, name);
      const file = `${name}.bpmn`;
      const xml = readFileSync(join(folder, file), 'utf8');
      return { name, folder, file, xml, options: optionsOf(folder, name) };
    });
}

function optionsOf(folder: string, name: string): CompileOptions {
  if (!existsSync(join(folder, `${name}.schema.ts`))) return {};
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { Variables, tasks } = require(join(folder, `${name}.schema`)) as {
    Variables: z.ZodType;
    tasks?: Record<string, z.ZodType>;
  };
  return {
    variables: z.toJSONSchema(Variables) as NonNullable<CompileOptions['variables']>,
    tasks: Object.keys(tasks ?? {}),
    modules: { schema: `./${name}.schema`, contracts: '../contracts' },
  };
}
