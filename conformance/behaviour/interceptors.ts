/** Runs inside of the workflows under test, beside Baton's own interceptors. */
import { proxySinks, sleep, type Sinks, type WorkflowInterceptors } from '@temporalio/workflow';
import { isTimed } from './timed';

/** Tells the runner of every run, whoever started it. */
export interface RunSinks extends Sinks {
  readonly conformance: { began(): void };
}

const { conformance } = proxySinks<RunSinks>();

export const interceptors = (): WorkflowInterceptors => ({
  inbound: [
    {
      execute(input, next) {
        conformance.began();
        return next(input);
      },
    },
  ],
  outbound: [
    {
      async scheduleActivity(input, next) {
        const result = await next(input);
        if (!isTimed(result)) return result;
        await sleep(result.conformanceTakes);
        return result.value;
      },
    },
  ],
});
