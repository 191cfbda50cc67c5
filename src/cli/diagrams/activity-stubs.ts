import { basename } from 'node:path';
import type { CalledActivity } from '../../bpmn/4-emit/called-activity';

/** An activity that a diagram calls and the project does not have. */
export interface MissingActivity extends CalledActivity {
  /** Absolute path of the diagram. */
  readonly diagram: string;
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
  const { name, inputs } = activity;
  const fields = inputs
    ?.map((field) => `${propertyName(field)}: ${FIELDS[name]?.[field]?.schema ?? 'z.any()'}`)
    .join(', ');
  return [
    `/** ${origin(activity)}. A stub: say what goes in and what comes out. */`,
    `export const ${name} = activityContract('${name}', {`,
    `  input: ${fields !== undefined ? `z.object({ ${fields} })` : 'z.record(z.string(), z.any())'},`,
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
  const { name, inputs } = activity;
  const fields = inputs
    ?.map((field) => {
      const type = FIELDS[name]?.[field]?.type ?? 'any';
      return `${propertyName(field)}${type.endsWith('undefined') ? '?' : ''}: ${type}`;
    })
    .join('; ');
  const input = fields !== undefined ? `{ ${fields} }` : 'Record<string, any>';
  return [
    `/** ${origin(activity)}. */`,
    `export async function ${name}(_input: ${input}): Promise<Record<string, any>> {`,
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
