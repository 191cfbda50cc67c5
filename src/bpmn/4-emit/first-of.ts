import type { ElementStatement } from '../3-structure/tree';
import { call, object, type Doc } from './doc';
import type { Emission } from './emission';
import { statementLines } from './lines';
import type { Place } from './place';
import type { Step } from './step';
import { caughtEvent } from './steps/events';
import { catchTrigger } from './triggers';

/** An event-based gateway with what it waits for. */
interface FirstOf extends ElementStatement {
  readonly awaits: NonNullable<ElementStatement['awaits']>;
}

export function isFirstOf(statement: ElementStatement): statement is FirstOf {
  return statement.awaits !== undefined;
}

/** @param matters - whether anything depends on which event came first; and which one it was for a run that goes on */
export function firstOfLines(
  { node, awaits }: FirstOf,
  { matters, happened }: { readonly matters: boolean; readonly happened: readonly Doc[] },
  place: Place,
): string[] {
  const { emission, indent } = place;
  const triggers = awaits.map(({ id, trigger }) => [id, catchTrigger(trigger, id, emission)] as const);
  const race = call(emission.uses.use('firstOf'), object(triggers), ...happened);
  const before = matters ? `const ${eventOf(node, emission)} = await ` : 'await ';
  return statementLines(race, indent, before);
}

/** The constant that says which event came first. */
export function eventOf(gateway: ElementStatement['node'], { names }: Emission): string {
  return names.local(gateway, 'Event');
}

/** What is left to do at an event when an event-based gateway has waited for it. */
export function awaitedStep({ node, awaitedBy }: ElementStatement, emission: Emission): Step | undefined {
  const isAwaited = node.kind === 'intermediateCatchEvent' || node.kind === 'receiveTask';
  return awaitedBy && isAwaited ? caughtEvent(node, eventOf(awaitedBy, emission), emission) : undefined;
}
