export interface CalledActivity {
  /** Under which the activities module is asked for it. */
  readonly name: string;
  /** As the diagram has it. */
  readonly implementation: string;
  readonly element: string;
  readonly elementName?: string;
  /** The fields that the diagram maps; without a mapping undefined: it gets what its contract names. */
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
}
