import type { App } from './app';
import { IDEMPOTENCY_KEY, REPEATED } from './idempotency';
import type { Failure } from './switches';

/** A request as the service saw it. */
export interface AnsweredRequest {
  /** Method and route, such as `POST /charges`. */
  readonly route: string;
  readonly idempotencyKey: string | undefined;
  /** What it answered, or wanted to. */
  readonly status: number;
  /** Whether it had done this before, and only repeated its answer. */
  readonly repeated: boolean;
  /** How it failed, by a switch. */
  readonly failure: Failure | undefined;
}

/** Keeps what the service was asked, in `requests`. */
export function recordRequests(app: App, requests: AnsweredRequest[]): void {
  app.addHook('onResponse', (request, reply, done) => {
    const key = request.headers[IDEMPOTENCY_KEY];
    requests.push({
      route: request.route,
      idempotencyKey: typeof key === 'string' ? key : undefined,
      status: reply.statusCode,
      repeated: reply.hasHeader(REPEATED),
      failure: request.failure,
    });
    done();
  });
}
