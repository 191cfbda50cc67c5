/** What both the compiled and the hand-written process call. */
export async function checkStock({ missing }: { missing: number }): Promise<{ missing: number }> {
  return Promise.resolve({ missing: missing - 1 });
}

export async function chargeCard({ amount }: { amount: number }): Promise<{ receipt: string }> {
  return Promise.resolve({ receipt: `receipt for ${amount}` });
}

export async function ship({ receipt }: { receipt?: string }): Promise<{ shipped: boolean }> {
  return Promise.resolve({ shipped: receipt !== undefined });
}
