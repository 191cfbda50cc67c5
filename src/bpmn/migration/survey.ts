import { parse } from '../1-parse/parse';
import { childrenOf } from '../1-parse/xml-element';
import { nameOf } from '../2-model/node-base';
import { buildModel } from '../2-model/build-model';
import { type Diagram, createDiagram, describe } from '../2-model/diagram';
import type { Dialect } from '../2-model/types';
import type { CalledActivity } from '../4-emit/called-activity';
import type { CompiledProcess } from '../4-emit/describe';
import type { CompileResult } from '../compile';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { createReporter } from '../diagnostics/reporter';
import { createSource } from '../diagnostics/source';
import { countExpressions, type ExpressionCounts } from './expressions';
import { notedIn, type Noted } from './noted';
import { referencesIn, type Found, type Origin, type Reference } from './references';

/** What a diagram is, for who moves it from an engine to Baton. */
export interface Survey {
  readonly file: string;
  /** Undefined if the file could not be read as BPMN. */
  readonly dialect: Dialect | undefined;
  readonly outcome: Outcome;
  /** The executable processes. */
  readonly processes: readonly { readonly id: string; readonly name?: string; readonly workflow: string }[];
  /** How many processes of the file are pictures: not marked as executable. */
  readonly pictures: number;
  readonly uses: readonly Use[];
  readonly expressions: ExpressionCounts;
  readonly noted: readonly Noted[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `compiles`, perhaps with warnings; `refused` with errors; `picture`: no process in it is meant to run. */
export type Outcome = 'compiles' | 'refused' | 'picture';

/** Something outside of the diagram that it needs, and what becomes of it. */
export interface Use extends Reference {
  readonly becomes: Becomes;
}

export type Becomes =
  | { readonly kind: 'activity'; readonly name: string }
  | { readonly kind: 'workflow code' | 'child workflow' | 'human task' | 'nothing' }
  | { readonly kind: 'refused'; readonly codes: readonly string[] };

/** Puts together what a diagram says, and what the compiler made of it. Pure. */
export function survey(
  source: { readonly file: string; readonly xml: string },
  { diagnostics, processes }: Pick<CompileResult, 'diagnostics' | 'processes'>,
): Survey {
  const text = createSource(source.file, source.xml);
  const unheard = createReporter(text, { strict: false }); // the compiler has said what is wrong with the file
  const document = parse(text, unheard);
  const model = document && buildModel(document, unheard);
  const diagram = document && createDiagram(document);
  return {
    file: source.file,
    dialect: diagram?.dialect,
    outcome: outcomeOf(diagnostics),
    processes: processes.map(({ id, name, functionName }) => ({
      id,
      ...(name !== undefined && { name }),
      workflow: functionName,
    })),
    pictures: diagram ? picturesIn(diagram) : 0,
    uses: diagram ? usesOf(diagram, { diagnostics, processes }) : [],
    expressions: model ? countExpressions(model) : {},
    noted: diagram ? notedIn(diagram) : [],
    diagnostics,
  };
}

function outcomeOf(diagnostics: readonly Diagnostic[]): Outcome {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return 'compiles';
  return errors.every(({ code }) => code === 'not-executable') ? 'picture' : 'refused';
}

function picturesIn({ document, processes }: Diagram): number {
  return childrenOf(document.root, 'bpmn:process').length - processes.length;
}

type Compiled = Pick<CompileResult, 'diagnostics' | 'processes'>;

function usesOf(diagram: Diagram, compiled: Compiled): Use[] {
  const named = referencesIn(diagram).map(({ own, around, ...reference }) => ({
    ...reference,
    becomes: becomesOf({ ...reference, own, around }, diagram, compiled),
  }));
  return [...named, ...callsInExpressions(diagram, named, compiled)];
}

function becomesOf(found: Found, { document }: Diagram, { diagnostics, processes }: Compiled): Becomes {
  const codes = diagnostics.filter((one) => concerns(one, found)).map(({ code }) => code);
  if (codes.length > 0) return { kind: 'refused', codes: [...new Set(codes)] };
  const activity = processes.flatMap(callsOf).find((one) => isCall(one, found));
  if (activity) return { kind: 'activity', name: activity.name };
  const isStart = document.ids.get(found.element)?.name === 'bpmn:startEvent';
  return { kind: (!isStart && WITHOUT_ACTIVITY[found.origin]) || 'nothing' };
}

/** Whether an error is about the reference itself, or about all of something that it is in. */
function concerns({ severity, position }: Diagnostic, { own, around }: Found): boolean {
  if (severity !== 'error' || !position) return false;
  const { offset } = position;
  return (
    (offset >= own.offset && offset < own.offset + Math.max(own.length, 1)) ||
    around.some((tag) => tag.offset === offset && tag.length === position.length)
  );
}

/** What a process calls. Listeners to the start of a process are its own, though its start events call them. */
function callsOf({ id, activities }: CompiledProcess): readonly CalledActivity[] {
  const ofStart = activities.filter(({ element }) => element.endsWith(':start'));
  return [...activities, ...ofStart.map((call) => ({ ...call, element: id }))];
}

/** Whether an activity is called by a reference. Listeners run as elements of their own, named after their owners. */
function isCall({ element, name, implementation }: CalledActivity, { element: owner, origin, text }: Found) {
  if (element !== owner && !element.startsWith(`${owner}:`)) return false;
  if (origin === 'script') return name === 'script';
  return implementation === text.replace(/^[$#]\{\s*(.*?)\s*(\(\s*execution\s*\)\s*)?\}$/, '$1');
}

const WITHOUT_ACTIVITY: Readonly<Partial<Record<Origin, 'workflow code' | 'child workflow' | 'human task'>>> =
  {
    script: 'workflow code',
    expression: 'workflow code',
    'delegate expression': 'workflow code',
    decision: 'workflow code',
    'called process': 'child workflow',
    form: 'human task',
  };

/** Calls of beans in the middle of expressions, which nothing else in the diagram names. */
function callsInExpressions({ document }: Diagram, named: readonly Use[], { processes }: Compiled): Use[] {
  const known = new Set(
    named.flatMap(({ element, becomes }) =>
      becomes.kind === 'activity' ? `${element} ${becomes.name}` : [],
    ),
  );
  return processes
    .flatMap(({ activities }) => activities)
    .filter(({ element, name }) => !known.has(`${element.split(':')[0]} ${name}`))
    .flatMap(({ element, name, implementation }): Use[] => {
      const xml = document.ids.get(element);
      // Where what the task says is refused, only its name is left: that is no call of the diagram's.
      if (!xml || implementation === nameOf(xml)) return [];
      const { line } = document.place.of(xml).position;
      const becomes = { kind: 'activity', name } as const;
      return [{ origin: 'expression', text: implementation, element, label: describe(xml), line, becomes }];
    });
}
