/** The month before the one of a moment, in UTC: `2026-10`. */
export function monthBefore(moment: Date): string {
  const before = new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() - 1, 1));
  return before.toISOString().slice(0, 7);
}
