/** What a promise is rejected with, which has to be an error. */
export async function errorOf(work: Promise<unknown>): Promise<Error> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('expected a rejection');
  return error;
}

/** The failure at the bottom: client errors and activity failures wrap it. */
export async function rootOf(work: Promise<unknown>): Promise<Error & { readonly type?: string }> {
  let root = await errorOf(work);
  while (root.cause instanceof Error) root = root.cause;
  return root;
}
