/* The part of bpmn-moddle's objects that pictures are drawn from. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Bounds extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Element {
  readonly $type: string;
  readonly id: string;
  readonly name?: string;
  readonly text?: string;
  readonly eventDefinitions?: readonly { readonly $type: string }[];
  readonly attachedToRef?: Element;
  /** Of a boundary event. */
  readonly cancelActivity?: boolean;
  /** Of a start event. */
  readonly isInterrupting?: boolean;
  readonly isForCompensation?: boolean;
  readonly triggeredByEvent?: boolean;
  readonly loopCharacteristics?: { readonly $type: string; readonly isSequential?: boolean };
  readonly default?: Element;
  readonly sourceRef?: Element;
  readonly associationDirection?: string;
}

/** A shape or an edge (BPMN DI). */
export interface Drawn {
  readonly $type: string;
  readonly bpmnElement?: Element;
  readonly bounds?: Bounds;
  readonly waypoint?: readonly Point[];
  readonly isExpanded?: boolean;
  readonly isHorizontal?: boolean;
  readonly label?: { readonly bounds?: Bounds };
}

export interface Definitions {
  readonly diagrams?: readonly { readonly plane?: { readonly planeElement?: readonly Drawn[] } }[];
}
