import type {
  BoundaryEvent,
  EventBasedGateway,
  EventSubProcess,
  Flow,
  IntermediateCatchEvent,
  Node,
  ReceiveTask,
  Scope,
} from '../2-model/types';

/**
 * What structuring makes of a scope's flow graph: the same behaviour as nested statements. Nothing in it is about
 * tokens; a token is the place where the program is.
 */
export interface StructuredScope {
  readonly scope: Scope;
  /** A process that needs a scope around its body, as sub-processes have: to wait for side paths, or to stop them. */
  readonly ownScope: boolean;
  readonly body: Block;
  /** Parts of the graph that have no structured form (yet), all of them; the body refers to the outermost ones. */
  readonly unstructured: readonly Region[];
  /** Elements that no path from a start reaches. */
  readonly unreachable: readonly Node[];
  /** Elements in the order in which a reader meets them. */
  readonly order: readonly Node[];
  /** Its sub-processes. */
  readonly inner: readonly StructuredScope[];
  /** What events start in it, by the ids of the start events. */
  readonly events: readonly StructuredEvent[];
}

export interface StructuredEvent {
  readonly node: EventSubProcess;
  readonly inner: StructuredScope;
}

export type Block = readonly Statement[];

export type Statement =
  | ElementStatement
  | ChoiceStatement
  | LoopStatement
  | ParallelStatement
  | LabelledBlock
  | JumpStatement
  | LeaveStatement
  | TerminateStatement
  | UnstructuredStatement;

/** Carries out one element. */
export interface ElementStatement {
  readonly kind: 'element';
  readonly node: Node;
  /** The inside of a sub-process. */
  readonly inner?: StructuredScope;
  /** Boundary events that interrupt it; if there are any, a choice by outcome follows unless all go the same way. */
  readonly interrupting: readonly BoundaryEvent[];
  /** Boundary events that do not, each with the path that runs beside it. */
  readonly beside: readonly { readonly event: BoundaryEvent; readonly body: Block }[];
  /** What undoes it. */
  readonly compensation?: ElementStatement;
  /** Of an event-based gateway: the events that it waits for. */
  readonly awaits?: readonly AwaitedNode[];
  /** It has been waited for by this event-based gateway. */
  readonly awaitedBy?: EventBasedGateway;
}

/** What a branch of a choice depends on: a flow's condition, how guarded work ended, or which event came first. */
export type Test =
  | { readonly kind: 'flow'; readonly flow: Flow }
  | { readonly kind: 'event'; readonly event: BoundaryEvent }
  | { readonly kind: 'first'; readonly event: AwaitedNode };

/** What an event-based gateway may lead to. */
export type AwaitedNode = IntermediateCatchEvent | ReceiveTask;

export interface Branch {
  readonly test: Test;
  readonly body: Block;
  /** Whether control comes out at its end; if not, it leaves by break, continue, return or throw. */
  readonly completes: boolean;
}

/** Tests in order, the first that holds wins. */
export interface ChoiceStatement {
  readonly kind: 'choice';
  readonly at: Node;
  readonly branches: readonly Branch[];
  readonly otherwise: Otherwise;
}

/** No test held: a block (that of the default flow, or of undisturbed work), or a failure. */
export type Otherwise =
  | { readonly kind: 'block'; readonly flow?: Flow; readonly body: Block; readonly completes: boolean }
  | { readonly kind: 'noFlowTaken' };

/** Repeats its body until something leaves it. */
export interface LoopStatement {
  readonly kind: 'loop';
  readonly header: Node;
  /** Set if an inner statement breaks out of it, or continues it, across another loop. */
  readonly label?: Label;
  /** How many jumps continue it from the middle of its body. */
  readonly continues: number;
  readonly body: Block;
  readonly completes: boolean;
}

export interface ParallelStatement {
  readonly kind: 'parallel';
  /** Gateway, or the element with several outgoing flows. */
  readonly fork: Node;
  readonly join?: Node;
  readonly branches: readonly ParallelBranch[];
}

export interface ParallelBranch {
  /** First element of the branch; it gives the branch its name. */
  readonly head: Node;
  readonly body: Block;
}

/** A block that inner statements leave by `break` with its label, to go on behind it. */
export interface LabelledBlock {
  readonly kind: 'labelled';
  readonly label: Label;
  readonly body: Block;
}

export interface JumpStatement {
  readonly kind: 'break' | 'continue';
  readonly label?: Label;
}

/** A place to go to: identified by object identity, named after the element where it goes on. */
export interface Label {
  readonly target: Node;
}

/** The token ends here, or reaches the join that its branch ends at: leaves the function. */
export interface LeaveStatement {
  readonly kind: 'leave';
  /** Nothing would follow anyway: only a function that returns something has to say so. */
  readonly last: boolean;
}

/** Ends the scope with everything that runs in it. Where nothing else can run, it is a `leave`. */
export interface TerminateStatement {
  readonly kind: 'terminate';
  readonly node: Node;
}

export interface UnstructuredStatement {
  readonly kind: 'unstructured';
  readonly region: Region;
}

/** Part of a graph without a structured form. */
export interface Region {
  readonly reason: Reason;
  /** Where it begins. */
  readonly entry: Node;
  /** The elements that make it so, in reading order. */
  readonly elements: readonly Node[];
}

export type Reason =
  | 'several-starts'
  | 'irreducible-cycle'
  | 'inclusive-split'
  | 'overlapping-join'
  | 'starved-join'
  | 'multi-merge'
  | 'several-tokens-in-cycle'
  | 'nested-too-deep';
