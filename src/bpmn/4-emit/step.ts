import type { Mapping } from '../2-model/types';
import type { Doc } from './doc';
import type { Site } from './expressions';

/** What carrying out an element is in TypeScript. */
export interface Step {
  /** Constants that stand before it. */
  readonly before?: readonly Constant[];
  /** A call; of an async helper if `awaited`. */
  readonly call: Doc;
  readonly awaited: boolean;
  /** Its result goes into the variables as a whole, */
  readonly assigned?: boolean;
  /** except for these names. */
  readonly except?: readonly string[];
  /** The variable that takes its result. */
  readonly target?: string;
  /** The constant that has it, if it is one of the step's own. */
  readonly targetRoot?: string;
  /** What goes into the variables afterwards. */
  readonly outputs?: Outputs;
}

export interface Constant {
  /** None if nothing refers to it, but it has to be evaluated. */
  readonly name?: string;
  readonly doc: Doc;
}

export interface Outputs {
  readonly mappings: readonly Mapping[];
  /** Where they see the variables. */
  readonly site: Site;
  /** The constant that takes what the call gives, which goes nowhere else. */
  readonly constant?: string;
}
