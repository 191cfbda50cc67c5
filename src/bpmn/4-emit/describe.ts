import type { Node } from '../2-model/types';
import { didYouMean } from '../diagnostics/did-you-mean';
import type { Position } from '../diagnostics/diagnostic';
import { label } from '../diagnostics/label';
import type { Emission } from './emission';
import { activityName } from './names';
import { allElements } from './process-file';
import { kindOfScript } from './scripts';

export interface CompiledProcess {
  readonly id: string;
  readonly name?: string;
  /** Name of the exported function, which is the workflow type. */
  readonly functionName: string;
  readonly activities: readonly CalledActivity[];
  readonly userTasks: readonly { readonly id: string; readonly name?: string }[];
}

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

/** What others need to know of a process, for example to make stubs of what it calls. */
export function describeProcess(emission: Emission): CompiledProcess {
  const { process, body, functionName } = emission;
  const elements = allElements(body);
  return {
    ...named(process),
    functionName,
    activities: [...elements.flatMap(calledActivities), ...calledBeans(emission)],
    userTasks: elements.filter(({ kind }) => kind === 'userTask').map(named),
  };
}

/** The activity that runs scripts which cannot run in the workflow. */
const SCRIPT_ACTIVITY = { name: 'script', inputs: ['language', 'source', 'variables'] } as const;

function calledActivities(node: Node): CalledActivity[] {
  const element = { element: node.id, ...(node.name !== undefined && { elementName: node.name }) };
  if (node.kind === 'scriptTask') {
    const script = kindOfScript(node);
    if (script.kind === 'inline') return [];
    return [{ ...SCRIPT_ACTIVITY, implementation: script.language ?? 'script', ...element }];
  }
  if (!('implementation' in node)) return [];
  const { implementation, inputs, outputs } = node;
  return [
    {
      name: activityName(implementation),
      implementation,
      ...element,
      ...(inputs.length > 0 && { inputs: inputs.map(({ target }) => target) }),
      ...(outputs.length > 0 && { outputs: outputs.map(({ target }) => target) }),
    },
  ];
}

/** Methods of beans in expressions, as far as the code calls them. */
function calledBeans({ beans }: Emission): CalledActivity[] {
  return [...beans.values()].map(({ activity, path, element, args }) => {
    const inputs = args.map(({ name }) => name);
    const all = inputs.includes('...');
    return { name: activity, implementation: path, element, ...(!all && { inputs }) };
  });
}

function named({ id, name }: { readonly id: string; readonly name?: string }): { id: string; name?: string } {
  return { id, ...(name !== undefined && { name }) };
}

/** Scripts that run elsewhere than their language says, and activities that are not among those that exist. */
export function warnOfActivities(emission: Emission, known: readonly string[] | undefined): void {
  const { body, reporter, beans } = emission;
  for (const node of allElements(body)) {
    const where = { element: node.id, position: node.position };
    const script = node.kind === 'scriptTask' ? kindOfScript(node) : undefined;
    if (script?.kind === 'activity' && script.reason !== undefined) {
      const { reason } = script;
      reporter.report('script-outside', where, { element: label(node.kind, node.name, node.id), reason });
    }
    if (known) for (const { name } of calledActivities(node)) warnOfUnknown(name, where, known, emission);
  }
  if (!known) return;
  for (const { activity, element, position } of beans.values()) {
    warnOfUnknown(activity, { element, position }, known, emission);
  }
}

function warnOfUnknown(
  name: string,
  where: { readonly element: string; readonly position: Position },
  known: readonly string[],
  { reporter }: Emission,
): void {
  if (known.includes(name)) return;
  reporter.report('activity-unknown', where, { name }, { hint: () => didYouMean(name, known) });
}
