import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

export interface CallBackOptions {
  /** How long the service takes before it calls, in milliseconds; default 200. */
  readonly after?: number | undefined;
  /** Calls again with the same, as at-least-once delivery does. */
  readonly twice?: boolean | undefined;
  /** Signs the call with it: header `x-signature`, `sha256=` and the HMAC of the body in hex. */
  readonly secret?: string | undefined;
}

/** Waits between tries to reach the one to be called, in milliseconds: two minutes, in which a worker can be started. */
const TRIES = [200, 500, ...Array.from({ length: 120 }, () => 1_000)];

/** Calls back later by HTTP, until somebody has taken it (status 2xx). */
export class Callbacks {
  private readonly stopping = new AbortController();
  private readonly underWay = new Set<Promise<void>>();

  /** @param service its name, for the header `user-agent` of its calls and for messages */
  constructor(private readonly service: string) {}

  /** Posts `body` as JSON to `url`, in a while; returns at once. */
  call(url: string, body: unknown, { after = 200, twice = false, secret }: CallBackOptions = {}): void {
    const request = requestOf(body, secret);
    const calls = this.deliver(url, request, after)
      .then(() => (twice ? this.deliver(url, request, 0) : undefined))
      .catch((error: unknown) => {
        if (!this.stopping.signal.aborted) console.error(`${this.service}: ${String(error)}`);
      })
      .finally(() => this.underWay.delete(calls));
    this.underWay.add(calls);
  }

  /** Gives up what was not delivered. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.underWay);
  }

  private async deliver(url: string, request: SignedBody, after: number): Promise<void> {
    for (const wait of [after, ...TRIES]) {
      await sleep(wait, undefined, { signal: this.stopping.signal });
      if (await this.post(url, request)) return;
    }
    throw new Error(`nobody took the call back to ${url}`);
  }

  private async post(url: string, { body, headers }: SignedBody): Promise<boolean> {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'user-agent': this.service },
        body,
        signal: this.stopping.signal,
      });
      await answer.body?.cancel();
      return answer.ok;
    } catch (error) {
      this.stopping.signal.throwIfAborted();
      // Not reachable yet, or not any more. By its name: in jest, fetch has a TypeError of its own.
      if ((error as Error).name === 'TypeError') return false;
      throw error;
    }
  }
}

interface SignedBody {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

function requestOf(value: unknown, secret: string | undefined): SignedBody {
  const body = JSON.stringify(value);
  if (secret === undefined) return { body, headers: {} };
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return { body, headers: { 'x-signature': `sha256=${signature}` } };
}
