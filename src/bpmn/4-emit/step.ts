import type { Mapping } from '../2-model/types';
import type { Doc } from './doc';

/** What carrying out an element is in TypeScript. */
export interface Step {
  /** A call; of an async helper if `awaited`. */
  readonly call: Doc;
  readonly awaited: boolean;
  /** Its result goes into the variables as a whole. */
  readonly assigned?: boolean;
  /** Its result goes into the variables by these mappings. */
  readonly outputs?: readonly Mapping[];
  /** The variable that takes its result. */
  readonly target?: string;
}
