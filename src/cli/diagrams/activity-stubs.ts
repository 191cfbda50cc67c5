import { basename } from 'node:path';
import type { CalledActivity } from '../../bpmn/4-emit/called-activity';

/** An activity that a diagram calls and the project does not have. */
export interface MissingActivity extends CalledActivity {
  /** Absolute path of the diagram. */
  readonly diagram: string;
  /** The inputs that not every call hands over. */
  readonly optional?: readonly string[];
}

/** One for each name: it gets what any of its calls hands over. */
export function joinedByName(calls: readonly MissingActivity[]): readonly MissingActivity[] {
  const byName = new Map<string, MissingActivity>();
  for (const call of calls) {
    const known = byName.get(call.name);
    byName.set(call.name, known ? joined(known, call) : call);
  }
  return [...byName.values()];
}

function joined({ inputs, ...one }: MissingActivity, other: MissingActivity): MissingActivity {
  if (!inputs || !other.inputs) return one; // one of them gets all variables
  const all = [...new Set([...inputs, ...other.inputs])];
  const always = all.filter((name) => inputs.includes(name) && other.inputs?.includes(name));
  const optional = all.filter((name) => !always.includes(name) || one.optional?.includes(name));
  return { ...one, inputs: all, optional };
}

/** Imports that `contractStub` needs. */
export const CONTRACT_IMPORTS = [
  "import { activityContract } from 'batonflow/contract';",
  "import { z } from 'zod';",
] as const;

/** Fields whose types are known: those of the activity `script`, which runs scripts in other languages. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, { schema: string; type: string }>>>> = {
  script: {
    language: { schema: 'z.string().optional()', type: 'string | undefined' },
    source: { schema: 'z.string()', type: 'string' },
    variables: { schema: 'z.record(z.string(), z.any())', type: 'Record<string, any>' },
  },
};

/** The contract: what is known goes in, anything comes out. */
export function contractStub(activity: MissingActivity): string {
  const { name, inputs, optional } = activity;
  const fields = inputs
    ?.map((field) => {
      const schema = FIELDS[name]?.[field]?.schema ?? 'z.any()';
      return `${propertyName(field)}: ${schema}${optional?.includes(field) ? '.optional()' : ''}`;
    })
    .join(', ');
  const object = fields === '' ? 'z.void()' : `z.object({ ${fields} })`;
  return [
    `/** ${origin(activity)}. A stub: say what goes in and what comes out. */`,
    `export const ${name} = activityContract('${name}', {`,
    `  input: ${fields === undefined ? 'z.record(z.string(), z.any())' : object},`,
    '  output: z.record(z.string(), z.any()),',
    '});',
  ].join('\n');
}

/** The implementation of a contract. */
export function implementationStub(activity: MissingActivity): string {
  const { name } = activity;
  return [
    "import { defineActivity } from 'batonflow/activity';",
    "import * as contracts from './contracts';",
    '',
    `/** ${origin(activity)}. */`,
    `export const ${name} = defineActivity(contracts.${name}, async () => {`,
    `  throw new Error('${name} is not written yet');`,
    '});',
    '',
  ].join('\n');
}

/** A plain function, for projects that have no contracts. */
export function functionStub(activity: MissingActivity): string {
  const { name, inputs, optional } = activity;
  const fields = inputs
    ?.map((field) => {
      const type = FIELDS[name]?.[field]?.type ?? 'any';
      const isOptional = type.endsWith('undefined') || optional?.includes(field) === true;
      return `${propertyName(field)}${isOptional ? '?' : ''}: ${type}`;
    })
    .join('; ');
  const input = fields === undefined ? 'Record<string, any>' : `{ ${fields} }`;
  const parameter = fields === '' ? '' : `_input: ${input}`;
  return [
    `/** ${origin(activity)}. */`,
    `export async function ${name}(${parameter}): Promise<Record<string, any>> {`,
    `  throw new Error('${name} is not written yet');`,
    '}',
    '',
  ].join('\n');
}

function origin({ element, elementName = element, diagram }: MissingActivity): string {
  return `"${elementName.replaceAll('*/', '* /')}" in ${basename(diagram)}`;
}

function propertyName(name: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : JSON.stringify(name);
}
