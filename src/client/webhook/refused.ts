/** Ends the handling of a call with a status, and says why. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly status: number,
    /** What the caller is told. */
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}
