/** What the parent gives the supervisor on its command line, as JSON. */
export interface Assignment {
  readonly command: string;
  readonly args: readonly string[];
  /** File to which everything that the server prints is appended. */
  readonly logFile?: string;
  /** File to remove once the server has ended. */
  readonly recordFile?: string;
}

/** What the supervisor tells its parent. */
export type SupervisorMessage =
  | { readonly type: 'started'; readonly pid: number }
  | {
      readonly type: 'ended';
      /** In words: `exited with code 1`. */
      readonly how: string;
      /** The last lines that the server printed. */
      readonly output: string;
    };

/** What the parent tells the supervisor; closing the channel means the same. */
export type ParentMessage = 'stop';
