import { compile, type CompileResult } from '../../../src/bpmn/compile';
import { VARIABLES } from './conditions';

const FILE = 'game.bpmn';

/** The user's modules beside the diagram, by the names under which the emitted files import them. */
export const USER_MODULES = {
  './game.schema': `
    import { z } from 'zod';
    export const Variables = z.object({ ${VARIABLES.map((name) => `${name}: z.int()`).join(', ')} });
  `,
  './game.activities': `
    import type { z } from 'zod';
    import type { Variables } from './game.schema';
    export function work(input: z.infer<typeof Variables>): Promise<Partial<z.infer<typeof Variables>>> {
      return Promise.resolve(input);
    }
  `,
};

export const INPUT = Object.fromEntries(VARIABLES.map((name) => [name, 0]));

const SCHEMA = {
  type: 'object',
  properties: Object.fromEntries(VARIABLES.map((name) => [name, { type: 'integer' }])),
  required: [...VARIABLES],
};

export interface Compiled extends CompileResult {
  readonly xml: string;
  /** Errors as `code element`. */
  readonly errors: readonly string[];
  /** Emitted files by the names under which they import each other. */
  readonly modules: Readonly<Record<string, string>>;
}

export async function compileGame(xml: string, { trace = false } = {}): Promise<Compiled> {
  const result = await compile(
    { file: FILE, xml },
    {
      trace,
      variables: SCHEMA,
      modules: { schema: './game.schema', activities: './game.activities' },
      activities: ['work'],
    },
  );
  return {
    ...result,
    xml,
    errors: result.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, element }) => `${code} ${element ?? '-'}`),
    modules: Object.fromEntries(
      result.files.map(({ file, content }) => [`./${file.replace(/\.ts$/, '')}`, content]),
    ),
  };
}
