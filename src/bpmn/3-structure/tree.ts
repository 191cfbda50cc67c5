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
import type { Expression } from '../2-model/value-types';

/**
 * What structuring makes of a scope's flow graph: the same behaviour as nested statements. Nothing in it is about
 * tokens; a token is the place where the program is.
 */
export interface StructuredScope {
  readonly scope: Scope;
  /** A process that needs a scope around its body, as sub-processes have: to wait for side paths, or to stop them. */
  readonly ownScope: boolean;
  /** From its start. */
  readonly body: Block;
  /** Of an ad-hoc sub-process, which has no body: what can be started in it, in document order. */
  readonly activities?: readonly { readonly start: Node; readonly inside: StructuredScope }[];
  /** What has no structured form is cut into paths that go on at one another; the body goes on at them as well. */
  readonly paths: readonly Path[];
  /** Why there are paths; none of inner scopes. */
  readonly regions: readonly Region[];
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
  | GoStatement;

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

/**
 * What a branch of a choice depends on: a flow's condition, how guarded work ended, which event came first, or which one
 * began the process.
 */
export type Test =
  | { readonly kind: 'flow'; readonly flow: Flow }
  | { readonly kind: 'event'; readonly event: BoundaryEvent }
  | { readonly kind: 'first'; readonly event: AwaitedNode }
  | { readonly kind: 'start'; readonly event: Node };

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
  /** Only those branches are taken whose flows' conditions hold. */
  readonly chosen: boolean;
  /** The branches go on by themselves, and nothing waits for them but the scope. */
  readonly goesOn: boolean;
  readonly branches: readonly ParallelBranch[];
}

export interface ParallelBranch {
  /** First element of the branch, which gives the branch its name; none where the flow leads to the join directly. */
  readonly head?: Node;
  /** The flow that the fork takes to it. */
  readonly flow?: Flow;
  /** Taken when no condition holds. */
  readonly otherwise: boolean;
  readonly body: Block;
}

/** The path goes on at another one, or arrives at the gate in front of that. */
export interface GoStatement {
  readonly kind: 'go';
  readonly path: Node;
  /** By which it arrives; none from a boundary event without outgoing flows in between. */
  readonly flow?: Flow;
}

/** Something that several paths lead to, and that has no place in one of them: a function of its own. */
export interface Path {
  /** Where it begins. */
  readonly head: Node;
  readonly gate?: Gate;
  readonly body: Block;
}

/** Where tokens wait until one goes on for all of them. */
export type Gate =
  /** One token on each flow. */
  | { readonly kind: 'parallel'; readonly flows: readonly string[] }
  /** A token on some of the flows, and none that could still come on another. */
  | { readonly kind: 'inclusive'; readonly flows: readonly InclusiveFlow[] }
  /** Tokens by some of the flows that fulfil a condition; the others of that round end. */
  | {
      readonly kind: 'complex';
      readonly flows: readonly InclusiveFlow[];
      readonly activation: Expression;
    }
  /** So many tokens, whichever flows they come by. */
  | { readonly kind: 'quantity'; readonly quantity: number };

export interface InclusiveFlow {
  readonly id: string;
  /** Paths on which a token may be (or gates at which it may wait) that could still come by this flow. */
  readonly from: readonly Node[];
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

/** Part of a graph without a structured form. */
export interface Region {
  readonly reason: Reason;
  /** Where it begins. */
  readonly entry: Node;
  /** The elements that make it so, in reading order. */
  readonly elements: readonly Node[];
  /** Elements that became paths of their own because of it. */
  readonly paths: readonly Node[];
}

export type Reason =
  | 'irreducible-cycle'
  | 'overlapping-join'
  | 'straying-branch'
  | 'starved-join'
  | 'multi-merge'
  | 'several-tokens-in-cycle'
  | 'several-paths'
  | 'several-tokens'
  | 'complex-join'
  | 'token-quantity'
  | 'token-positions'
  | 'nested-too-deep';
