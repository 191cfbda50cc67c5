/** Whether an address belongs to Temporal Cloud. */
export function isTemporalCloud(address: string): boolean {
  return /\.(tmprl\.cloud|temporal\.io)(:\d+)?$/.test(address);
}
