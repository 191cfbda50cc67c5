/** Median and quartiles of some measurements. */
export function compare(values: readonly number[]): { q1: number; median: number; q3: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  return { q1: at(0.25), median: at(0.5), q3: at(0.75) };
}

/** `1.04 (1.01–1.08)` */
export function ratios(values: readonly number[]): string {
  const { q1, median, q3 } = compare(values);
  return `${median.toFixed(3)} (${q1.toFixed(3)}–${q3.toFixed(3)})`;
}

export function table(head: readonly unknown[], rows: readonly (readonly unknown[])[]): void {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  for (const row of all) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}
