import type { ReplayedRun } from '../../testing';

/** `ok       order/17`, or why not. */
export function replayLine({ workflowId, error }: ReplayedRun): string {
  return error
    ? `differs  ${workflowId}\n  ${error.message.replaceAll('\n', '\n  ')}`
    : `ok       ${workflowId}`;
}

/** `3 runs of 2 processes: 2 ok, 1 differs.` */
export function replaySummary(runs: readonly ReplayedRun[]): string {
  if (runs.length === 0) return 'There are no such runs.';
  const types = new Set(runs.map(({ type }) => type)).size;
  const failed = runs.filter(({ error }) => error).length;
  const counted = `${runs.length} run${runs.length === 1 ? '' : 's'} of ${types} process${types === 1 ? '' : 'es'}`;
  return `${counted}: ${runs.length - failed} ok, ${failed} ${failed === 1 ? 'differs' : 'differ'}.`;
}
