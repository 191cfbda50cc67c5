import type { InjectedSinks } from '@temporalio/worker';
import { createTestEnvironment } from 'batonflow/testing';
import type { WorkflowBundle } from 'batonflow/worker';
import type { RunSinks } from './interceptors';
import type { Executed } from './judge';
import type { Prepared } from './prepare';
import { CaseRecord, type ScriptCall } from './record';
import { endRuns, runCase } from './run-case';

/** A server on which time is skipped, with a worker. Skipped time is one clock per server, so it runs one case at a time. */
export interface Lane {
  run(prepared: Prepared): Promise<Executed>;
  close(): Promise<void>;
}

export async function openLane(workflowBundle: WorkflowBundle): Promise<Lane> {
  let record = new CaseRecord();
  const sinks: InjectedSinks<RunSinks> = {
    conformance: { began: { fn: ({ workflowId }) => void record.workflows.add(workflowId) } },
  };
  const activities = { script: async (call: ScriptCall) => record.script(call) };
  const environment = await createTestEnvironment({ workflowBundle, sinks, activities });
  return {
    async run(prepared) {
      record = new CaseRecord();
      try {
        return await runCase(environment, prepared, record);
      } finally {
        // What is left over would go on when the next case lets time pass.
        await endRuns(environment, record);
      }
    },
    close: () => environment.dispose(),
  };
}
