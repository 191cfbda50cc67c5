import { compile } from '../../../src/bpmn/compile';
import { BROADCAST_SIGNAL, type Broadcast } from '../../../src/shared/delivery';
import { ESCALATION_SIGNAL, MESSAGE_SIGNAL, PROGRESS_QUERY } from '../../../src/shared/names';
import { TASK_UPDATES, TASKS_QUERY } from '../../../src/shared/names';
import type { EscalationEnvelope, MessageEnvelope, Progress } from '../../../src/shared/wire';
import type { HumanTask } from '../../../src/shared/human-tasks';
import { createSandbox } from '../../support/sandbox';
import { WorkflowRun, type Work } from '../../support/workflow-run';

const SCHEMA = {
  type: 'object',
  properties: { go: { type: 'boolean' }, again: { type: 'boolean' } },
  required: ['go', 'again'],
};

const INPUT = { go: false, again: true };

const sandbox = createSandbox();
sandbox.define(
  './stage.schema',
  `import { z } from 'zod';
   export const Variables = z.object({ go: z.boolean(), again: z.boolean() });`,
);

/** One run of a diagram whose outside world is the test. */
export class Stage {
  #told = 0;

  private constructor(
    readonly run: WorkflowRun,
    readonly code: string,
  ) {}

  /** @param options.continues - the run goes on in a new one wherever it can */
  static async open(xml: string, options: { readonly continues?: boolean } = {}): Promise<Stage> {
    const { files, diagnostics } = await compile(
      { file: 'stage.bpmn', xml },
      { variables: SCHEMA, modules: { schema: './stage.schema', activities: './stage.activities' } },
    );
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
    for (const { file, content } of files) sandbox.define(`./${file.replace(/\.ts$/, '')}`, content);
    const workflow = { module: './stage.workflow', type: 'p' };
    const code = files.map(({ content }) => content).join('\n');
    return new Stage(new WorkflowRun(sandbox, workflow, INPUT, { intercepted: true, ...options }), code);
  }

  /** Work that is to be done now, at elements that `isMeant` picks. */
  open(isMeant: (element: string) => boolean = () => true): Work[] {
    return this.run.open.filter((work) => work.kind !== 'timer' && isMeant(work.element));
  }

  complete(work: Work, result: object = {}): void {
    this.run.complete(work, result);
    this.stop();
  }

  fail(work: Work, code: string): void {
    this.run.fail(work, code);
    this.stop();
  }

  /** The first timer that is set. */
  fire(): void {
    this.run.fire(this.run.open.find(({ kind }) => kind === 'timer')!);
    this.stop();
  }

  message(name: string): void {
    const envelope: MessageEnvelope = { name, payload: {} };
    this.run.signal(MESSAGE_SIGNAL, envelope);
    this.stop();
  }

  broadcast(name: string): void {
    const broadcast: Broadcast = { id: `broadcast ${(this.#told += 1)}`, name, payload: {} };
    this.run.signal(BROADCAST_SIGNAL, broadcast);
    this.stop();
  }

  /** A called process tells of an escalation. */
  escalate({ workflowId = '' }: Work, code: string): void {
    const envelope: EscalationEnvelope = { from: workflowId, code, number: (this.#told += 1) };
    this.run.signal(ESCALATION_SIGNAL, envelope);
    this.stop();
  }

  get humanTasks(): HumanTask[] {
    const tasks = this.run.query(TASKS_QUERY) as HumanTask[];
    return tasks.filter(({ state }) => state === 'open');
  }

  completeTask({ id }: HumanTask): void {
    this.run.update(TASK_UPDATES.complete, { task: id, result: {} });
    this.stop();
  }

  /** What is told to stop does. */
  stop(): void {
    for (;;) {
      const work = this.run.open.find(({ cancelRequested }) => cancelRequested);
      if (!work) return;
      this.run.cancel(work);
    }
  }

  get progress(): Progress {
    return this.run.query(PROGRESS_QUERY) as Progress;
  }
}
