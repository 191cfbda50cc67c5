import type { BatonClient, ProcessRun } from 'batonflow/client';
import type { deliverCommit } from '../workflows/deliver-commit.process';
import type { deliveryPipeline } from '../workflows/delivery-pipeline.process';

/** A push, as the hooks of git and of its hosts tell it. */
export interface Push {
  readonly branch: string;
  /** The commit that the branch was at. */
  readonly before: string;
  /** The one that it is at now. */
  readonly commit: string;
  readonly committer: string;
  readonly watch?: string;
}

type Pipeline = typeof deliverCommit | typeof deliveryPipeline;

/**
 * What a hook does: starts the pipeline for the new commit, and tells that of the commit before that it is superseded.
 *
 * The message names the commit that it is for, and is kept until its run listens. So it does not matter which of two pushes
 * is told first, or whether the older run has come to listen yet; and a run that is over does not mind.
 */
export async function pushed(
  client: BatonClient,
  pipeline: Pipeline,
  { before, ...push }: Push,
): Promise<ProcessRun<Pipeline>> {
  const { commit } = push;
  const run = await client.start(pipeline, push, { businessKey: commit });
  const id = `superseded-by-${commit}`;
  await client.publish(pipeline, 'Newer commit', {}, { key: before, id });
  return run;
}
