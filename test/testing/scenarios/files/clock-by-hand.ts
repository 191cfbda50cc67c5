import { workflowInfo } from '@temporalio/workflow';

/** What tells the time in a workflow. */
export function clockByHand(): Promise<object> {
  const { startTime } = workflowInfo();
  const at = new Date();
  return Promise.resolve({
    now: new Date(Date.now()).toISOString().slice(0, 16),
    at: at.toISOString().slice(0, 16),
    began: startTime.toISOString().slice(0, 16),
    isDate: at instanceof Date && startTime instanceof Date,
    given: new Date(Date.UTC(2000, 0, 2)).toISOString(),
    parsed: Date.parse('2000-01-01T00:00:00Z'),
  });
}
