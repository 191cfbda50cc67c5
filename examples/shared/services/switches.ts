/**
 * How a service can fail, each as it happens in practice:
 * - `down`: it does not do the work, and says so or does not answer at all;
 * - `slow`: it does the work, but the answer comes after the caller has stopped waiting;
 * - `wrong`: it does the work, but the answer does not fit the service's description;
 * - `duplicate`: it does the work, but the answer is lost on the way, so the caller asks again; and what the service
 *   tells by itself (callbacks) comes twice.
 */
export const failures = ['down', 'slow', 'wrong', 'duplicate'] as const;

export type Failure = (typeof failures)[number];

export interface FailOptions {
  /** How many requests fail; without it all of them, until `heal`. */
  readonly times?: number | undefined;
  /** Only requests to this route fail, such as `POST /charges`; without it any. */
  readonly route?: string | undefined;
}

/** A failure that is switched on. */
export interface Switch {
  readonly fail: Failure;
  /** How many more requests fail; undefined: all. */
  readonly times: number | undefined;
  readonly route: string | undefined;
}

/** The failure switches of one service. Requests take from them, the one set first before those set later. */
export class Switches {
  private on: readonly Switch[] = [];

  /**
   * @param service its name, for messages
   * @param routes gives the routes that can be named
   */
  constructor(
    private readonly service: string,
    private readonly routes: () => readonly string[],
  ) {}

  /** @throws RangeError for a count that is none, or a route that the service does not have */
  fail(fail: Failure, { times, route }: FailOptions = {}): void {
    if (times !== undefined && !(Number.isInteger(times) && times > 0)) {
      throw new RangeError(`times: ${times} is no count; give a whole number above 0, or leave it out.`);
    }
    const known = this.routes();
    if (route !== undefined && !known.includes(route)) {
      throw new RangeError(`${this.service} has no route ${route}. It has ${known.join(', ') || 'none'}.`);
    }
    this.on = [...this.on, { fail, times, route }];
  }

  /** Switches all failures off. */
  heal(): void {
    this.on = [];
  }

  list(): readonly Switch[] {
    return this.on;
  }

  /** How a request to `route` is to fail, if at all; counts it. */
  take(route?: string): Failure | undefined {
    const hit = this.on.find((one) => one.route === undefined || one.route === route);
    if (hit?.times !== undefined) {
      const left = hit.times - 1;
      this.on = this.on.flatMap((one) => {
        if (one !== hit) return [one];
        return left === 0 ? [] : [{ ...one, times: left }];
      });
    }
    return hit?.fail;
  }
}
