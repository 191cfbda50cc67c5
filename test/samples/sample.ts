import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { collectImports } from '../../src/bpmn/1-parse/imports';
import type { KnownProcess } from '../../src/bpmn/4-emit/callees';
import type { CompileOptions } from '../../src/bpmn/compile';
import { compileDecisions } from '../../src/bpmn/decisions/compile-decisions';
import { processesIn } from '../../src/bpmn/processes-in';
import * as contracts from './hand-written.process';

/** What samples call that was written by hand: `hand-written.process.ts` and `hand-written.workflow.ts`. */
export const HAND_WRITTEN = 'hand-written';

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
  const found = readdirSync(__dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const folder = join(__dirname, name);
      const file = `${name}.bpmn`;
      return { name, folder, file, xml: readFileSync(join(folder, file), 'utf8') };
    });
  const processes = [...handWritten(), ...found.flatMap(processesOf)];
  return found.map((sample) => ({
    ...sample,
    options: {
      ...optionsOf(sample.folder, sample.name),
      forms: formsIn(sample.folder),
      imports: collectImports(sample.xml, (path) => textAt(join(sample.folder, path))),
      processes,
      // One of them is of a project that asks for incidents.
      ...(sample.name === 'incidents' && { incidents: true }),
      decisions: decisionsOf(sample.folder),
    },
  }));
}

function textAt(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function formsIn(folder: string) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.form'));
  return files.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}

/** Samples are one project: each may call what another one compiles to. */
function processesOf({ name, xml }: Pick<Sample, 'name' | 'xml'>): KnownProcess[] {
  const module = `../${name}/${name}.process`;
  return processesIn({ file: `${name}.bpmn`, xml }).map(({ id, type }) => ({
    id,
    type,
    contract: { name: type, module },
  }));
}

function handWritten(): KnownProcess[] {
  const module = `../${HAND_WRITTEN}.process`;
  return Object.entries(contracts).map(([name, { type }]) => ({
    id: type,
    type,
    contract: { name, module },
  }));
}

/** The files of decisions in a sample. */
export function decisionFiles(folder: string): { readonly file: string; readonly xml: string }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.dmn'))
    .map((file) => ({ file, xml: readFileSync(join(folder, file), 'utf8') }));
}

function decisionsOf(folder: string): NonNullable<CompileOptions['decisions']> {
  return decisionFiles(folder).flatMap((source) =>
    compileDecisions(source).decisions.map((decision) => ({
      ...decision,
      module: `./${source.file.replace('.dmn', '.decision')}`,
    })),
  );
}

function optionsOf(folder: string, name: string): CompileOptions {
  if (!existsSync(join(folder, `${name}.schema.ts`))) return {};
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { Variables, tasks, messages, broadcasts, incidents } = require(join(folder, `${name}.schema`)) as {
    Variables?: z.ZodType;
    incidents?: NonNullable<CompileOptions['incidents']>;
    tasks?: Record<string, z.ZodType>;
    messages?: Record<string, z.ZodType>;
    broadcasts?: Record<string, z.ZodType>;
  };
  if (!Variables) return { ...(incidents !== undefined && { incidents }) };
  return {
    ...(incidents !== undefined && { incidents }),
    variables: z.toJSONSchema(Variables) as NonNullable<CompileOptions['variables']>,
    tasks: Object.keys(tasks ?? {}),
    messages: Object.keys(messages ?? {}),
    broadcasts: Object.keys(broadcasts ?? {}),
    modules: { schema: `./${name}.schema`, contracts: '../contracts' },
  };
}
