import { defined } from '../defined';
import type { Container } from '../diagram';
import type { Context, ElementReader } from '../element-reader';
import { readMappings } from '../mappings/mappings';
import { nodeBase } from '../node-base';
import { readScope } from '../read-scope';
import type { EventSubProcess, StartEvent } from '../types';

/** A sub-process that an event starts. It is no part of the flow, so it has no loop and no boundary events. */
export function eventSubProcess(
  reader: ElementReader,
  container: Container,
  context: Context,
): EventSubProcess | undefined {
  reader.attribute('triggeredByEvent');
  reader.attribute('isForCompensation'); // its start event says so, and what it undoes
  const scope = readScope(container, reader, context);
  const start = scope.nodes.find((node): node is StartEvent => node.kind === 'startEvent');
  const { trigger, interrupting = true } = start ?? {};
  if (!start || !trigger) return undefined; // reported
  return defined({
    kind: 'subProcess' as const,
    ...nodeBase(reader, context),
    boundaryEvents: [],
    ...readMappings(reader, context),
    scope,
    start: { ...start, trigger, interrupting },
  });
}
