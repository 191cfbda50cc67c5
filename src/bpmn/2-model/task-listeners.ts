import type { Position } from '../diagnostics/diagnostic';
import { defined } from './defined';
import { describe } from './diagram';
import type { Context, ElementReader } from './element-reader';
import { readAction, type ListenerAction } from './listeners';
import { readTries, type Tries } from './retries';
import { readTimer } from './timers';
import type { Expression } from './value-types';

/** When listeners of a user task run, as the runtime has it. */
export type TaskListenerEvent = 'create' | 'assignment' | 'update' | 'complete' | 'delete' | 'timeout';

/** Code that an engine runs when something happens to a user task. */
export interface TaskListener {
  readonly event: TaskListenerEvent;
  /** As the diagram names it: `create`, `creating`. */
  readonly named: string;
  readonly action: ListenerAction;
  /** What it gives goes into the variables. */
  readonly givesVariables: boolean;
  /** How often it is tried in all. */
  readonly retries?: Tries;
  /** Of a timeout. */
  readonly at?: Expression;
  readonly position: Position;
}

const EVENTS: Readonly<Record<string, TaskListenerEvent>> = {
  create: 'create',
  assignment: 'assignment',
  update: 'update',
  complete: 'complete',
  delete: 'delete',
  timeout: 'timeout',
  creating: 'create',
  assigning: 'assignment',
  updating: 'update',
  completing: 'complete',
  canceling: 'delete',
};

/** The task listeners of a user task, in document order. Those that are not supported are reported. */
export function readTaskListeners(reader: ElementReader, context: Context): readonly TaskListener[] {
  const ofEngines = ['camunda', 'flowable'].flatMap((engine) => reader.extensions(`${engine}:taskListener`));
  const zeebe = reader.extension('zeebe:taskListeners')?.children('zeebe:taskListener') ?? [];
  return Object.freeze([
    ...ofEngines.flatMap((one) => readTaskListener(one, reader, true, context) ?? []),
    ...zeebe.flatMap((one) => readTaskListener(one, reader, false, context) ?? []),
  ]);
}

function readTaskListener(
  reader: ElementReader,
  holder: ElementReader,
  givesVariables: boolean,
  context: Context,
): TaskListener | undefined {
  const { element } = holder;
  const { place } = context.diagram.document;
  const named = (reader.attribute('event') ?? reader.attribute('eventType'))?.trim() || 'create';
  reader.attribute('id');
  const refuse = (reason: string) => {
    const parameters = { listener: `task listener (${named})`, element: describe(element), reason };
    context.reporter.report('listener-not-supported', place.of(reader.element), parameters);
    return undefined;
  };
  const retries = readTries(reader, context);
  const timer = reader.child('bpmn:timerEventDefinition');
  const at = timer && readTimer(timer, element, context)?.value;
  const action = readAction(reader, holder, context);
  if (typeof action === 'string') return refuse(action);
  if ('script' in action && action.script.language === 'foreign' && /\btask\s*\./.test(action.script.text))
    return refuse('its script works on the task, in a language that Baton does not run');
  const event = EVENTS[named];
  if (!event) return refuse(`nothing in a workflow corresponds to its event "${named}"`);
  if (event === 'timeout' && !at) return timer ? undefined : refuse('it does not say when');
  return Object.freeze(
    defined({
      event,
      named,
      action,
      givesVariables,
      retries,
      at,
      position: place.of(reader.element).position,
    }),
  );
}
