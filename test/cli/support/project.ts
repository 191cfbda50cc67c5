import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from './replace-file';

const REPOSITORY = join(__dirname, '..', '..', '..');

/** A project in a temporary folder, where `batonflow` is this repository and its dependencies are where npm puts them. */
export class TestProject {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'baton-project-')));

  constructor(files: Readonly<Record<string, string>>) {
    this.write({ 'package.json': '{"name": "test-app"}', ...files });
    mkdirSync(this.path('node_modules'));
    symlinkSync(REPOSITORY, this.path('node_modules/batonflow'));
    for (const name of ['zod', '@temporalio']) {
      symlinkSync(join(REPOSITORY, 'node_modules', name), this.path('node_modules', name));
    }
  }

  path(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, content] of Object.entries(files)) replaceFile(this.path(name), content);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A process with one activity and one human task, and one that waits for a message. */
export const approval = {
  'src/workflows/index.ts':
    "export * from './approval';\nexport * from './parcel';\nexport * from './holiday';\nexport async function plain() { return 'plain'; }\n",
  'src/workflows/approval.process.ts': `
    import { defineProcess } from 'batonflow/contract';
    import { z } from 'zod';
    export const approval = defineProcess({
      type: 'approval',
      input: z.object({ amount: z.number().positive() }),
      output: z.object({ approved: z.boolean(), note: z.string() }),
      messages: {},
      tasks: { Approve: { name: 'Approve it', result: z.object({ approved: z.boolean() }) } },
    });`,
  'src/workflows/approval.ts': `
    import { enter, type InputOf } from 'batonflow/workflow';
    import * as activities from '../activities/contracts';
    import { approval as process } from './approval.process';
    export async function approval(input: InputOf<typeof process>) {
      const { vars, task, userTask, end } = enter(process, input);
      const { note } = await task('Note', activities.note, vars);
      if (vars.amount < 100) return end('Small', { approved: true, note });
      const { approved } = await userTask('Approve', { candidateGroups: ['finance'], input: { amount: vars.amount } });
      return end('Large', { approved, note });
    }`,
  'src/workflows/parcel.process.ts': `
    import { defineProcess } from 'batonflow/contract';
    import { z } from 'zod';
    export const parcel = defineProcess({
      type: 'parcel',
      input: z.object({}),
      output: z.object({ at: z.string(), rush: z.boolean() }),
      messages: { Arrived: z.object({ at: z.string() }) },
      signals: { Rush: z.object({ rush: z.boolean() }) },
    });`,
  'src/workflows/parcel.ts': `
    import { enter, type InputOf } from 'batonflow/workflow';
    import { parcel as process } from './parcel.process';
    export async function parcel(input: InputOf<typeof process>) {
      const { wait, published, onSignal, end } = enter(process, input);
      let rush = false;
      onSignal('Rush', (signal) => { rush = signal.rush; });
      const { at } = await wait('Arrival', published('Arrived', 'P1'));
      return end('Arrived', { at, rush });
    }`,
  'src/workflows/holiday.process.ts': `
    import { defineProcess } from 'batonflow/contract';
    import { z } from 'zod';
    export const holiday = defineProcess({
      type: 'holiday',
      input: z.object({ where: z.string() }),
      output: z.object({ where: z.string(), degrees: z.number() }),
      messages: { Booked: z.object({ where: z.string() }) },
      broadcasts: { Sunny: z.object({ degrees: z.number() }) },
      starts: { messages: { Booked: 'Start' } },
    });`,
  'src/workflows/holiday.ts': `
    import { enter, signal, type InputOf } from 'batonflow/workflow';
    import { holiday as process } from './holiday.process';
    export async function holiday(input: InputOf<typeof process>) {
      const { vars, wait, end } = enter(process, input);
      const { degrees } = await wait('Sun', signal('Sunny'));
      return end('Home', { where: vars.where, degrees });
    }
    holiday.process = process;`,
  'src/activities/contracts.ts': `
    import { activityContract } from 'batonflow/contract';
    import { z } from 'zod';
    export const note = activityContract('note', {
      input: z.object({ amount: z.number() }),
      output: z.object({ note: z.string() }),
    });`,
  'src/activities/index.ts': `
    import { defineActivity } from 'batonflow/activity';
    import * as contracts from './contracts';
    export const note = defineActivity(contracts.note, ({ amount }) => ({ note: 'amount ' + amount }));`,
} as const;
