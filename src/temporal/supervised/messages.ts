/** What the parent gives the supervisor on its command line, as JSON. */
export interface Assignment {
  readonly command: string;
  readonly args: readonly string[];
  /**
   * What becomes of the program's output: `keep` keeps the last of it for the `ended` message, `pass` lets it out by
   * the supervisor's own streams.
   */
  readonly output: 'keep' | 'pass';
  /** File to which kept output is appended as well. */
  readonly logFile?: string;
  /** File to remove once the program has ended. */
  readonly recordFile?: string;
}

/** What the supervisor tells its parent. */
export type SupervisorMessage =
  | { readonly type: 'started'; readonly pid: number }
  | {
      readonly type: 'ended';
      /** In words: `exited with code 1`. */
      readonly how: string;
      /** The last lines that the program printed, where they are kept. */
      readonly output: string;
    };

/** What the parent tells the supervisor; closing the channel means the same. */
export type ParentMessage = 'stop';
