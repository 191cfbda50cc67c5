import type {
  CatchTrigger,
  ThrowTrigger,
  MessageTrigger,
  ErrorTrigger,
  EscalationTrigger,
  CompensateTrigger,
  CancelTrigger,
  TerminateTrigger,
  MultipleTrigger,
  ProcessTrigger,
} from './trigger-types';
import type { Value, Expression, ForeignScript } from './value-types';
import type { Collected } from './collected';
import type { Form } from './forms/form';
import type { Loop } from './loop-types';
import type { Tries } from './retries';
import type { TaskListener } from './task-listeners';
import type { Position } from '../diagnostics/diagnostic';

/**
 * The validated, frozen process model: what the XML means, free of its syntax and of dialects. Phases 3 and 4 read
 * nothing else. Elements are discriminated by `kind`, which is the BPMN name in camel case.
 */
export interface Model {
  readonly file: string;
  readonly dialect: Dialect;
  readonly processes: readonly Process[];
}

export type Dialect = 'bpmn' | 'camunda7' | 'camunda8' | 'flowable' | 'jbpm' | 'signavio';

/** What process and sub-processes have in common: a flow graph of their own. */
export interface Scope {
  readonly id: string;
  readonly name?: string;
  readonly documentation?: string;
  readonly position: Position;
  /** In document order; boundary events are among them. */
  readonly nodes: readonly Node[];
  /** In document order, which is the order in which conditions are tested. */
  readonly flows: readonly Flow[];
  /** Text annotations that no association ties to an element. */
  readonly notes: readonly string[];
  /** Sub-processes that events start, in document order; they are not among the nodes. */
  readonly eventSubProcesses?: readonly EventSubProcess[];
  /** Of a process: what listens to its start and end, see `Around`. */
  readonly around?: Around;
  /** Variables that a sub-process declares as its own: properties, and data objects that data flows to or from. */
  readonly declares?: readonly string[];
}

export interface Process extends Scope {
  readonly kind: 'process';
  /** Messages with a correlation key start the next run when the one has ended that they have started before. */
  readonly oneRunPerKey?: boolean;
}

export interface Flow {
  readonly id: string;
  readonly name?: string;
  readonly source: string;
  readonly target: string;
  readonly condition?: Expression;
  readonly position: Position;
}

interface NodeBase {
  readonly id: string;
  readonly name?: string;
  readonly documentation?: string;
  /** Texts of the annotations associated with it. */
  readonly notes: readonly string[];
  readonly position: Position;
  /** Flow ids in document order. */
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly around?: Around;
}

/**
 * What listeners do where no flow leads: steps that belong to their element, and are done each time that it is carried
 * out. Other listeners are steps on the flows before and behind it.
 */
export interface Around {
  /** At its beginning. */
  readonly first: readonly Node[];
  /** When it is done. */
  readonly next: readonly Node[];
  /** When it is done, and also when it is interrupted or left by an error. */
  readonly last: readonly Node[];
}

/** Outgoing flow without condition that is taken when no other is. */
interface Defaulted {
  readonly defaultFlow?: string;
}

interface Activity extends NodeBase, Defaulted, Partial<Mappings> {
  /** Ids of the boundary events attached to it. */
  readonly boundaryEvents: readonly string[];
  /** How many tokens it takes to start it, if not one. */
  readonly startQuantity?: number;
  /** How many tokens leave it, if not one. */
  readonly completionQuantity?: number;
  readonly loop?: Loop;
  /** What undoes it, and the boundary event that says so; neither is among the nodes. */
  readonly compensation?: { readonly event: Named; readonly handler: Handler };
}

interface Named {
  readonly id: string;
  readonly name?: string;
}

export interface Mapping {
  /** A variable, or with dots something in one. */
  readonly target: string;
  readonly source: Value;
}

/**
 * Variables of an activity's own, in the order in which they are set (later ones see earlier ones), and what of it goes
 * out to the scope around when it is done. With outputs nothing else goes out, unless it is said.
 */
export interface Mappings {
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
  /** The result goes out besides, and the outputs see it there: that is Camunda 7. */
  readonly resultGoesOut?: boolean;
  /** What sees the inputs besides the activity itself, as its engine has it. */
  readonly seenBy?: readonly InputReader[];
}

/**
 * Parts of events that the activity waits for, or that are attached to it; and its execution listeners, which then come
 * before its outputs.
 */
export type InputReader = 'timer' | 'conditional' | 'name' | 'listener';

/** A decision that a task calls by its id, if there is one; else an activity stands for it. */
export interface CalledDecision {
  readonly id: string;
  /** The form of the result, as Camunda 7 has them; default: as the decision gives it. */
  readonly form?: 'singleEntry' | 'singleResult' | 'collectEntries' | 'resultList';
  /** The diagram says that it is a decision. */
  readonly isDeclared?: boolean;
  /** The outputs go into variables of their names. */
  readonly isMerged?: boolean;
  /** No rule that applies is a failure. */
  readonly required?: boolean;
}

export interface ServiceTask extends Activity {
  readonly kind: 'serviceTask' | 'sendTask' | 'businessRuleTask';
  /** Name of the activity it calls, as the diagram gives it, or an expression that gives the name. */
  readonly implementation: string | Expression;
  /** How often it is tried in all. */
  readonly retries?: Tries;
  /** ISO 8601 duration between two tries. */
  readonly retryInterval?: string;
  /** Variable that takes the result; without it the result is merged into the variables. */
  readonly resultVariable?: string;
  /** Values that the object which an engine would call has been given: they go along with the variables. */
  readonly fields?: readonly Mapping[];
  readonly decision?: CalledDecision;
}

/** A service task that evaluates an expression: the call of a bean's method, or a value. */
export interface ExpressionTask extends Activity {
  readonly kind: 'serviceTask' | 'sendTask' | 'businessRuleTask';
  readonly expression: Expression;
  readonly retries?: Tries;
  readonly retryInterval?: string;
  /** Variable that takes the value. */
  readonly resultVariable?: string;
}

export interface ScriptTask extends Activity {
  readonly kind: 'scriptTask';
  readonly script: Expression | ForeignScript;
  /** Variable that takes the result. */
  readonly resultVariable?: string;
}

export interface UserTask extends Activity {
  readonly kind: 'userTask';
  readonly assignee?: Expression;
  readonly candidateUsers?: Expression;
  readonly candidateGroups?: Expression;
  /** Who must not do it, whoever the candidates are. */
  readonly excludedUsers?: Expression;
  readonly dueDate?: Expression;
  readonly followUpDate?: Expression;
  readonly priority?: Expression;
  readonly form?: Expression;
  /** It names a form of Camunda's by its id, which a file beside the diagram has. */
  readonly formById?: true;
  /** What its form gives, where the diagram itself says it. */
  readonly formFields?: Form;
  readonly listeners?: readonly TaskListener[];
}

export interface PassTask extends Activity {
  readonly kind: 'task' | 'manualTask';
}

/** A call of another process, which runs as a run of its own. */
export interface CallActivity extends Activity {
  readonly kind: 'callActivity';
  /** The process, or an expression that gives its id or workflow type. */
  readonly called: CalledProcess | Expression;
  /** Default: that of the caller. */
  readonly businessKey?: Expression;
  /** The variables that it is given: all that are visible at the call, its inputs alone, or none; and what is mapped. */
  readonly gives: { readonly variables: 'all' | 'own' | 'none'; readonly mappings: readonly Mapping[] };
  /** What of its result comes back; outputs see besides what is kept for them alone. */
  readonly takes: CallResult & { readonly kept?: CallResult };
}

/** All of what a called process gives, and what is mapped. */
export interface CallResult {
  readonly all: boolean;
  readonly mappings: readonly Mapping[];
}

/** A process of the file, of one that it imports, or of another one of the project. */
export interface CalledProcess {
  readonly id: string;
  /** The imported file that it is in, with the ids of all executable processes there. */
  readonly imported?: { readonly path: string; readonly processes: readonly string[] };
}

export interface SubProcess extends Activity {
  readonly kind: 'subProcess';
  readonly scope: Scope;
  /** A transaction: a cancel end event in it undoes what was done in it. */
  readonly transaction?: true;
  /** Its activities are carried out in an order that only the run decides; it has neither start nor end events. */
  readonly adHoc?: AdHoc;
}

export interface EventSubProcess extends SubProcess {
  /** Its start event, which is also the first node in it. */
  readonly start: StartEvent & Required<Pick<StartEvent, 'trigger' | 'interrupting'>>;
}

/** What may start a process, though it is no start event. */
interface Starting {
  /** It does not wait: the process is started by it. */
  readonly startedBy?: readonly ProcessTrigger[];
  /** If the process was started by something else, it waits. */
  readonly waits?: true;
}

/** Waits for a message. */
export interface ReceiveTask extends Activity, Starting {
  readonly kind: 'receiveTask';
  readonly trigger: MessageTrigger;
}

/** A send task that throws a message, because nothing else says what it does. */
export interface MessageTask extends Activity {
  readonly kind: 'sendTask';
  readonly trigger: MessageTrigger;
}

export interface AdHoc {
  readonly sequential: boolean;
  /** Asked when an activity, and what follows it, is done. */
  readonly completionCondition?: Expression;
  /** Whether activities under way are cancelled when the condition holds, instead of awaited. */
  readonly cancelRemaining: boolean;
  /** Which activities begin by themselves: those without incoming flow, none, or those whose ids a list has. */
  readonly start: 'all' | 'none' | Expression;
  /** An activity that decides what is done next: at the beginning, and whenever one of the activities is done. */
  readonly worker?: Pick<ServiceTask, 'implementation' | 'retries' | 'fields'>;
  /** What each of them gives when it is done, with what follows it. */
  readonly output?: Collected;
}

export interface Gateway extends NodeBase, Defaulted {
  readonly kind: 'complexGateway' | 'exclusiveGateway' | 'inclusiveGateway' | 'parallelGateway';
  /** Of a complex gateway: when what has arrived goes on; without it like an inclusive gateway. */
  readonly activation?: Expression;
}

/** Waits for the first of the events that its flows lead to, which are catch events or receive tasks. */
export interface EventBasedGateway extends NodeBase {
  readonly kind: 'eventBasedGateway';
  /** It does not wait: one of the events starts the process, and with `all` the others are waited for then. */
  readonly instantiates?: 'one' | 'all';
}

/** Outputs say what becomes of that which comes with it; without them it is merged into the variables. */
interface Catching {
  readonly outputs?: readonly Mapping[];
}

export interface StartEvent extends NodeBase, Catching {
  readonly kind: 'startEvent';
  /** Of a process: what starts it besides clients. */
  readonly startedBy?: readonly ProcessTrigger[];
  /** Of a process: what has to hold of the variables that it is started with. */
  readonly condition?: Expression;
  /** Of a process: events that start it together. The first one does, and the run waits there for the others. */
  readonly gathers?: MultipleTrigger;
  /** Of a process: the form that starts it, and what it gives where the diagram itself says it. */
  readonly form?: Expression;
  readonly formById?: true;
  readonly formFields?: Form;
  /** Of an event sub-process only. */
  readonly trigger?: CatchTrigger | ErrorTrigger | EscalationTrigger | CompensateTrigger;
  readonly interrupting?: boolean;
}

/** Nothing is thrown: an engine does something of its own, which is a task of the event's id. */
export interface WorkTrigger {
  readonly kind: 'work';
  readonly task: ServiceTask | ExpressionTask;
}

/** The inputs of events that throw are what a message or signal brings along. */
export interface EndEvent extends NodeBase, Partial<Mappings> {
  readonly kind: 'endEvent';
  readonly trigger?:
    | ErrorTrigger
    | EscalationTrigger
    | CompensateTrigger
    | CancelTrigger
    | TerminateTrigger
    | ThrowTrigger
    | WorkTrigger;
}

/** Outputs say what becomes of the payload; without them it is merged into the variables. */
export interface IntermediateCatchEvent extends NodeBase, Partial<Mappings>, Starting {
  readonly kind: 'intermediateCatchEvent';
  readonly trigger: CatchTrigger;
}

export interface IntermediateThrowEvent extends NodeBase, Partial<Mappings> {
  readonly kind: 'intermediateThrowEvent';
  readonly trigger?: EscalationTrigger | CompensateTrigger | ThrowTrigger | WorkTrigger;
}

/** One end of a link: the path goes on at the other one, by a flow that is not drawn. */
export interface LinkEvent extends NodeBase {
  readonly kind: 'linkEvent';
}

export interface BoundaryEvent extends NodeBase, Catching {
  readonly kind: 'boundaryEvent';
  readonly attachedTo: string;
  readonly interrupting: boolean;
  readonly trigger: CatchTrigger | ErrorTrigger | EscalationTrigger | CancelTrigger;
}

/** Says what undoes an activity. Nothing flows through it, so it is no node. */
export interface CompensationEvent extends NodeBase {
  readonly kind: 'compensationEvent';
  readonly attachedTo: string;
  /** The activity that undoes it. */
  readonly handler?: string;
}

export type Node =
  | ServiceTask
  | ExpressionTask
  | ScriptTask
  | UserTask
  | PassTask
  | ReceiveTask
  | MessageTask
  | CallActivity
  | SubProcess
  | Gateway
  | EventBasedGateway
  | StartEvent
  | EndEvent
  | IntermediateCatchEvent
  | LinkEvent
  | IntermediateThrowEvent
  | BoundaryEvent;

/** An activity that undoes another one. */
export type Handler = Extract<Node, { readonly boundaryEvents: readonly string[] }>;
