/** Something that can be started as a server. */
export interface Executable {
  readonly path: string;
  /** Where it came from, as a person would say it: `BATON_TEMPORAL_CLI`, `PATH`, `cache`, … */
  readonly source: string;
  /** What `--version` printed, in one line; empty where the executable has no such flag. */
  readonly version: string;
}

export interface LocateOptions {
  /** Told what is being done while that takes time: one line each, no colours. */
  readonly onProgress?: (message: string) => void;
}
