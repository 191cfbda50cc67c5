import type { Node } from '../../../bpmn/2-model/types';
import { workOf } from '../../../bpmn/2-model/work-of';
import type { Answer, Scenario } from '../file/schema';
import { beanOf } from './conditions/bean-of';
import type { Supply } from './draft';
import type { Ways } from './ways';

type Kind = 'activities' | 'scripts' | 'decisions' | 'processes';

/**
 * What a scenario lists for the elements that it answers for, and for the beans that their conditions call.
 *
 * @param usual - what elements must return at least, for their contracts say so, and what beans answer if nothing else is
 *   wanted of them
 */
export function answersFor(
  supplies: ReadonlyMap<string, readonly Supply[]>,
  usual: ReadonlyMap<string, unknown>,
  { nodes }: Ways,
  keyOf: (element: string) => string,
): Pick<Scenario, Kind> {
  const found: Partial<Record<Kind, Record<string, Answer | Answer[]>>> = {};
  const others = [...usual.keys(), ...supplies.keys()].filter((id) => !nodes.has(id));
  for (const id of new Set([...nodes.keys(), ...others])) {
    const node = nodes.get(id);
    const own = supplies.get(id) ?? [];
    const kind = node ? kindOf(node, own) : 'activities';
    const base = usual.get(id);
    const answers = own.map((supply) => answerFrom(supply, base));
    if (!kind || (base === undefined && !answers.some(says))) continue;
    const all = answers.length > 0 ? answers : [{ returns: base }];
    const [only] = all;
    const list = (found[kind] ??= {});
    list[keyOf(id)] =
      only && all.every((one) => JSON.stringify(one) === JSON.stringify(only)) ? only : [...all];
  }
  return found as Pick<Scenario, Kind>;
}

/** Where a scenario answers for an element. */
function kindOf(element: Node, supplies: readonly Supply[]): Kind | undefined {
  const node = workOf(element);
  if (node.kind === 'callActivity') return 'processes';
  if (node.kind === 'scriptTask') return node.script.language === 'foreign' ? 'scripts' : undefined;
  if (beanOf(element)) return 'activities';
  if (!('implementation' in node)) return undefined;
  // What takes time is no decision that is made in the workflow.
  const takesTime = supplies.some(({ takes }) => takes !== undefined);
  return node.decision?.isDeclared && !takesTime ? 'decisions' : 'activities';
}

function answerFrom({ data, throws, fails, takes }: Supply, base: unknown): Answer {
  const { value } = data;
  const returns =
    isRecord(base) && (value === undefined || isRecord(value)) ? { ...base, ...value } : (value ?? base);
  const end =
    throws !== undefined
      ? { throws }
      : fails !== undefined
        ? { fails: { message: fails, retryable: false } } // once and for all: the event is to catch it
        : returns === undefined
          ? {}
          : { returns };
  return {
    ...end,
    ...(takes !== undefined && { takes }),
  };
}

function says(answer: Answer): boolean {
  return Object.keys(answer).length > 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
