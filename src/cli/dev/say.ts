import pc from 'picocolors';

/** One line of what `baton dev` itself has to say, told apart from what worker and scripts print. */
export function say(text: string): void {
  console.log(`${pc.cyan('baton')} ${text}`);
}

/** Starts to measure; the result tells how long it has been: `1.3 s`. */
export function stopwatch(): () => string {
  const started = performance.now();
  return () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
