import { type XmlElement, childOf, childrenOf } from '../1-parse/xml-element';
import { readCondition } from './conditions';
import type { Diagram } from './diagram';
import type { Context, ElementReader } from './element-reader';
import { requiredId } from './node-base';
import type { ImplicitThrow } from './loop-types';

/** What an event definition refers to. */
const REFERENCES = ['signalRef', 'escalationRef', 'errorRef', 'messageRef'];

/** What a multi-instance throws: after each completion, after the first, or as a complex behavior definition says. */
interface Thrown {
  readonly on: 'each' | 'first' | XmlElement;
  readonly definitions: readonly XmlElement[];
}

/**
 * What the completions of a multi-instance start: the events that its `behavior` throws reach the boundary events of the
 * activity, and nobody else.
 */
export function implicitThrows(
  reader: ElementReader,
  activity: XmlElement,
  context: Context,
): readonly ImplicitThrow[] {
  for (const name of ['behavior', 'noneBehaviorEventRef', 'oneBehaviorEventRef']) reader.attribute(name);
  const definitions = reader.children('bpmn:complexBehaviorDefinition');
  const conditions = new Map(definitions.map((one) => [one.element, readComplex(one, activity, context)]));
  return thrownBy(reader.element, context.diagram).flatMap((thrown): ImplicitThrow[] => {
    const on = typeof thrown.on === 'string' ? thrown.on : conditions.get(thrown.on);
    const events = catching(thrown, activity, context.diagram);
    if (on === undefined) return [];
    if (events.length > 0) return events.map((event) => ({ on, event }));
    return typeof on === 'string' ? [] : [{ on }];
  });
}

function readComplex(definition: ElementReader, activity: XmlElement, context: Context) {
  definition.child('bpmn:event')?.leave(({ property }) => property?.name === 'bpmn:eventDefinitions');
  const condition = definition.child('bpmn:condition');
  return condition && readCondition(condition, context, activity);
}

/** Whether the completions of a multi-instance make a boundary event fire: then it does not interrupt. */
export function isThrownImplicitly(event: XmlElement, activity: XmlElement, diagram: Diagram): boolean {
  const loop = childOf(activity, 'bpmn:multiInstanceLoopCharacteristics');
  const thrown = loop ? thrownBy(loop, diagram) : [];
  return thrown.some((one) => catching(one, activity, diagram).includes(requiredId(event)));
}

function thrownBy(loop: XmlElement, diagram: Diagram): readonly Thrown[] {
  const of = (on: 'each' | 'first', attribute: string) => {
    const definition = diagram.referred(loop, attribute);
    return definition ? [{ on, definitions: [definition] }] : [];
  };
  switch (loop.attributes.get('behavior')?.trim()) {
    case 'None':
      return of('each', 'noneBehaviorEventRef');
    case 'One':
      return of('first', 'oneBehaviorEventRef');
    case 'Complex':
      return childrenOf(loop, 'bpmn:complexBehaviorDefinition').map((definition) => {
        const event = childOf(definition, 'bpmn:event');
        return { on: definition, definitions: event ? diagram.eventDefinitions(event) : [] };
      });
    default:
      return [];
  }
}

/** Ids of the boundary events that catch what is thrown, in document order. */
function catching({ definitions }: Thrown, activity: XmlElement, diagram: Diagram): readonly string[] {
  const isCaught = (caught: XmlElement) => definitions.some((thrown) => catches(caught, thrown, diagram));
  return diagram
    .boundaryEvents(activity)
    .filter((event) => diagram.eventDefinitions(event).some(isCaught))
    .map(requiredId);
}

function catches(caught: XmlElement, thrown: XmlElement, diagram: Diagram): boolean {
  if (caught === thrown) return true;
  if (caught.type !== thrown.type) return false;
  return REFERENCES.some((name) => {
    const subject = diagram.referred(caught, name);
    return subject !== undefined && subject === diagram.referred(thrown, name);
  });
}
