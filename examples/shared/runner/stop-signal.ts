/** Milliseconds in which one Ctrl-C arrives several times: from the terminal, from npm and from tsx. */
const ONE_AND_THE_SAME_MS = 1_000;

/** Aborts at Ctrl-C and the like, so that everything can end in order. Asking once more ends this process at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  let asked = Infinity;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      const now = performance.now();
      if (now - asked > ONE_AND_THE_SAME_MS) process.exit(130);
      asked = Math.min(asked, now);
      controller.abort(new Error('Stopped.'));
    });
  }
  return controller.signal;
}

/** Resolves when the signal aborts, and keeps this process alive until then. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const alive = setInterval(() => undefined, 60_000);
    const end = () => {
      clearInterval(alive);
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
  });
}
