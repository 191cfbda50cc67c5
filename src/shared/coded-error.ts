/**
 * An error whose message is for people (what, where, what to do) and whose code is for programs. Not exported as such:
 * each part of Baton has its own subclass with its own codes.
 */
export abstract class CodedError<Code extends string> extends Error {
  abstract override readonly name: string;
  readonly code: Code;

  constructor(message: string, options: { readonly code: Code; readonly cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code;
  }
}

/**
 * Whether `error` is the coded error of that name, and has the code if one is given. Goes by name, not by class:
 * programs, tests and command line may each have loaded a copy of this package.
 */
export function isCodedError(error: unknown, name: string, code: string | undefined): boolean {
  return (
    error instanceof Error &&
    error.name === name &&
    'code' in error &&
    (code === undefined || error.code === code)
  );
}
