/** Something that an example talks to and that runs embedded in the process that started it. */
export interface Service {
  /** What a worker needs to know to find it: environment variables, such as `PAYMENT_URL`. */
  readonly env: Readonly<Record<string, string>>;
  /** Where a person can look into it, if anywhere. */
  readonly url?: string | undefined;
  stop(): Promise<void>;
}

type Starters = Readonly<Record<string, () => Promise<Service>>>;

/** Several services that start and stop together. */
export interface Services<S extends Starters = Starters> extends Service {
  /** Each by the name it was started under. */
  readonly all: { readonly [Name in keyof S]: Awaited<ReturnType<S[Name]>> };
}

/**
 * Starts services side by side. When one of them cannot be started, those that were are stopped again.
 *
 * @example
 * const services = await startServices({ payment: startPayment, mailbox: startMailbox });
 * services.all.payment.fail('down', { times: 2 });
 */
export async function startServices<S extends Starters>(starters: S): Promise<Services<S>> {
  const names = Object.keys(starters);
  const starts = await Promise.allSettled(Object.values(starters).map((start) => start()));
  const started = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const stop = async () => {
    await Promise.all(started.map((service) => service.stop()));
  };
  const failed = starts.find((start) => start.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return {
    all: Object.fromEntries(started.map((service, i) => [names[i], service])) as Services<S>['all'],
    env: Object.assign({}, ...started.map(({ env }) => env)) as Record<string, string>,
    stop,
  };
}
