import type { Mapping } from './types';
import type { Expression } from './value-types';

/** What an event or a receive task waits for. */
export type CatchTrigger = SingleCatchTrigger | MultipleTrigger;

export type SingleCatchTrigger = TimerTrigger | MessageTrigger | SignalTrigger | ConditionalTrigger;

/** What a throw or end event sends out, in order. */
export type ThrowTrigger = SingleThrowTrigger | MultipleThrowTrigger;

export type SingleThrowTrigger = MessageTrigger | SignalTrigger;

/** Waits for the first of several events, or for all of them. */
export interface MultipleTrigger {
  readonly kind: 'multiple';
  readonly parallel: boolean;
  readonly triggers: readonly SingleCatchTrigger[];
}

export interface MultipleThrowTrigger {
  readonly kind: 'multipleThrow';
  readonly triggers: readonly SingleThrowTrigger[];
}

export interface MessageTrigger {
  readonly kind: 'message';
  /** Text, or an expression. */
  readonly name: Expression;
  /** Correlation key: only messages with the same one are meant. */
  readonly key?: Expression;
  /** Anyone may send it by name; otherwise it comes from clients that know the run. */
  readonly published: boolean;
}

export interface SignalTrigger {
  readonly kind: 'signal';
  readonly name: Expression;
  /** What one that is thrown brings along, as Camunda 7 says it. Default: the inputs of the event. */
  readonly gives?: { readonly all: boolean; readonly mappings: readonly Mapping[] };
}

/** Happens when its condition becomes true, or is so when it is waited for. */
export type VariableChange = 'create' | 'update' | 'delete';

export interface ConditionalTrigger {
  readonly kind: 'conditional';
  readonly condition: Expression;
  /** The variable whose changes make it worth a look; default: any. */
  readonly variable?: string;
  /** Which changes of it do; default: each. */
  readonly changes?: readonly VariableChange[];
}

export interface TimerTrigger {
  readonly kind: 'timer';
  readonly type: 'date' | 'duration' | 'cycle';
  readonly value: Expression;
  /** The diagram does not say when: the value is the variable that does. */
  readonly open?: true;
}

export interface ErrorTrigger {
  readonly kind: 'error';
  /** Without a code it catches every BPMN error. */
  readonly code?: string;
  /** What gives the code of one that is thrown, in Camunda 8. */
  readonly codeGiven?: Expression;
  /** What one that is thrown says to people. Default: the name of the event. */
  readonly message?: Expression;
  /** The code is a Java class, with which Camunda 7 catches exceptions as well. */
  readonly javaClass?: true;
  /** Variables that take what was caught. */
  readonly codeVariable?: string;
  readonly messageVariable?: string;
}

export interface EscalationTrigger {
  readonly kind: 'escalation';
  /** Without a code it catches every escalation. */
  readonly code?: string;
  /** What gives the code of one that is thrown, in Camunda 8. */
  readonly codeGiven?: Expression;
  readonly codeVariable?: string;
}

export interface CompensateTrigger {
  readonly kind: 'compensate';
  /** What is to be undone; without it everything in the scope. */
  readonly activity?: string;
  readonly waitForCompletion: boolean;
}

/** Of transactions. */
export interface CancelTrigger {
  readonly kind: 'cancel';
}

export interface TerminateTrigger {
  readonly kind: 'terminate';
}

/** What starts a process by its name, or by the clock. */
export type ProcessTrigger = MessageTrigger | SignalTrigger | TimerTrigger;
