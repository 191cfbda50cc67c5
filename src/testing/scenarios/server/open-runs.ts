import type { TestEnvironment } from '../../environment';

export interface OpenRun {
  readonly workflowId: string;
  readonly runId: string;
  readonly type: string;
}

/** All runs on the server that have not ended. Temporal calls: `ListOpenWorkflowExecutions`, page by page. */
export async function openRuns({ environment }: TestEnvironment): Promise<readonly OpenRun[]> {
  const { workflowService } = environment.client.connection;
  const runs: OpenRun[] = [];
  let nextPageToken: Uint8Array = new Uint8Array();
  do {
    const page = await workflowService.listOpenWorkflowExecutions({
      namespace: environment.namespace ?? 'default',
      maximumPageSize: 1000,
      nextPageToken,
    });
    for (const { execution, type } of page.executions) {
      runs.push({
        workflowId: execution?.workflowId ?? '',
        runId: execution?.runId ?? '',
        type: type?.name ?? '',
      });
    }
    nextPageToken = page.nextPageToken;
  } while (nextPageToken.length > 0);
  return runs;
}

/** Ends them all at once. */
export async function endRuns(environment: TestEnvironment): Promise<void> {
  const runs = await openRuns(environment);
  await Promise.all(
    runs.map(
      ({ workflowId, runId }) =>
        environment.environment.client.workflow
          .getHandle(workflowId, runId)
          .terminate('the scenario is over')
          .catch(() => undefined), // it has ended by itself
    ),
  );
}
