import type { CatchTrigger, SingleCatchTrigger } from '../2-model/trigger-types';
import type { Node } from '../2-model/types';
import { isPlainKey, object, quote, type Doc } from './doc';
import type { Schemas } from './process-file';

type Kind = 'message' | 'signal';

const ENTRIES = { message: 'messages', signal: 'broadcasts' } as const;

/**
 * The messages and signals that a process takes, for its contract: all of them, so that others are refused; a name that
 * only a run knows leaves its kind out, for then any may be meant.
 */
export function caughtNames(elements: readonly Node[], schemas: Schemas | undefined): [string, Doc][] {
  return (['message', 'signal'] as const).flatMap((kind): [string, Doc][] => {
    const caught = caughtBy(elements, kind);
    if (caught === 'any') return [];
    const names = caught.map(({ name, onlyStarts }): [string, Doc] => [
      name,
      schemaOf(kind, name, schemas) ?? (onlyStarts && schemas ? 'Variables' : 'null'),
    ]);
    return [[ENTRIES[kind], object(names)]];
  });
}

/** Whether the schemas of messages or signals, or neither, are used by a process. */
export function usedSchemas(
  elements: readonly Node[],
  schemas: Schemas,
): readonly ('messages' | 'broadcasts')[] {
  return (['message', 'signal'] as const).flatMap((kind) => {
    const caught = caughtBy(elements, kind);
    const uses = caught !== 'any' && caught.some(({ name }) => schemaOf(kind, name, schemas) !== undefined);
    return uses ? [ENTRIES[kind]] : [];
  });
}

/** What the names of the schemas may be; undefined where only a run knows. */
export function namesCaught(elements: readonly Node[], kind: Kind): readonly string[] | undefined {
  const caught = caughtBy(elements, kind);
  return caught === 'any' ? undefined : caught.map(({ name }) => name);
}

interface Caught {
  readonly name: string;
  /** Nobody in the process waits for it: what comes with it is the input. */
  readonly onlyStarts: boolean;
}

function caughtBy(elements: readonly Node[], kind: Kind): readonly Caught[] | 'any' {
  const all = elements.flatMap((node) => [
    ...startedBy(node).map((trigger) => ({ trigger, starts: true })),
    ...awaited(node).map((trigger) => ({ trigger, starts: false })),
  ]);
  const caught = new Map<string, boolean>();
  for (const { trigger, starts } of all) {
    if (trigger.kind !== kind) continue;
    const { language, text } = trigger.name;
    if (language !== 'literal') return 'any';
    caught.set(text, starts && (caught.get(text) ?? true));
  }
  return [...caught].map(([name, onlyStarts]) => ({ name, onlyStarts }));
}

function startedBy(node: Node): readonly SingleCatchTrigger[] {
  return 'startedBy' in node ? (node.startedBy ?? []) : [];
}

/** What a run waits for at an element, also one that might have started it. */
function awaited(node: Node): readonly SingleCatchTrigger[] {
  switch (node.kind) {
    case 'startEvent':
      return [node.trigger, node.gathers].flatMap((trigger) => (trigger ? singles(trigger) : []));
    case 'boundaryEvent':
      return singles(node.trigger);
    case 'intermediateCatchEvent':
    case 'receiveTask':
      return node.startedBy && !node.waits ? [] : singles(node.trigger);
    default:
      return [];
  }
}

function singles(trigger: CatchTrigger | { readonly kind: string }): readonly SingleCatchTrigger[] {
  if (!isCatch(trigger)) return [];
  return trigger.kind === 'multiple' ? trigger.triggers : [trigger];
}

function isCatch(trigger: { readonly kind: string }): trigger is CatchTrigger {
  return ['message', 'signal', 'timer', 'conditional', 'multiple'].includes(trigger.kind);
}

function schemaOf(kind: Kind, name: string, schemas: Schemas | undefined): Doc | undefined {
  const entry = ENTRIES[kind];
  if (!schemas?.[entry].has(name)) return undefined;
  return isPlainKey(name) ? `${entry}.${name}` : `${entry}[${quote(name)}]`;
}
