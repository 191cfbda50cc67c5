import type { Node } from '../2-model/types';
import type { Label, Statement } from './tree';

/** The end of the function: of the process, the sub-process, the branch. No vertex has this number. */
export const EXIT = -1;

/** Statements, and whether control comes out behind them. */
export interface Code {
  readonly block: readonly Statement[];
  readonly completes: boolean;
}

/** What the place that is being written knows of its surroundings. */
export interface Context {
  /** Where control gets to by itself at the end of the statements: a vertex or EXIT. */
  readonly next: number;
  /** The join that the branch ends at, which is its EXIT. */
  readonly join?: number;
  readonly targets?: Targets;
  /** The function returns something, so that every end must say it, even the last. */
  readonly returns: boolean;
  /** Other branches may be running beside this one. */
  readonly beside: boolean;
}

/** Enclosing statements that jumps can refer to, innermost first. */
export interface Targets {
  readonly outer: Targets | undefined;
  readonly target: LoopTarget | BlockTarget;
}

export interface LoopTarget {
  readonly kind: 'loop';
  readonly header: number;
  /** What comes right behind the loop. */
  readonly follow: number;
  readonly label: Label;
  labelled: boolean;
  continues: number;
  breaks: number;
}

export interface BlockTarget {
  readonly kind: 'block';
  /** What comes right behind the block. */
  readonly follow: number;
  readonly label: Label;
  used: boolean;
}

export function blockTarget(follow: number, node: Node): BlockTarget {
  return { kind: 'block', follow, label: { target: node }, used: false };
}

export function loopTarget(header: number, follow: number, node: Node): LoopTarget {
  return { kind: 'loop', header, follow, label: { target: node }, labelled: false, continues: 0, breaks: 0 };
}

/** `first` becomes the innermost. */
export function inside(
  targets: Targets | undefined,
  ...added: readonly (LoopTarget | BlockTarget)[]
): Targets {
  return added.reduceRight<Targets | undefined>((outer, target) => ({ outer, target }), targets) as Targets;
}

/** Goes to a vertex: by doing nothing where control gets there anyway, else by the plainest jump. */
export function jump(to: number, context: Context): Code {
  const goal = to === context.join ? EXIT : to;
  if (goal === context.next) return { block: [], completes: true };
  if (goal === EXIT && innermostLoop(context.targets)?.follow !== EXIT) return leave(context);
  return { block: [jumpStatement(goal, context.targets)], completes: false };
}

function jumpStatement(goal: number, targets: Targets | undefined): Statement {
  const innermost = innermostLoop(targets);
  for (let at = targets; at; at = at.outer) {
    const { target } = at;
    if (target.kind === 'block') {
      if (target.follow !== goal) continue;
      target.used = true;
      return { kind: 'break', label: target.label };
    }
    const kind = target.header === goal ? 'continue' : target.follow === goal ? 'break' : undefined;
    if (!kind) continue;
    if (kind === 'continue') target.continues += 1;
    else target.breaks += 1;
    if (target === innermost) return { kind };
    target.labelled = true;
    return { kind, label: target.label };
  }
  throw new Error(`No enclosing statement leads to vertex ${goal}.`);
}

function innermostLoop(targets: Targets | undefined): LoopTarget | undefined {
  for (let at = targets; at; at = at.outer) if (at.target.kind === 'loop') return at.target;
  return undefined;
}

/** A token ends. */
export function leave(context: Context): Code {
  const last = context.next === EXIT && !context.returns;
  return { block: [{ kind: 'leave', last }], completes: last };
}
