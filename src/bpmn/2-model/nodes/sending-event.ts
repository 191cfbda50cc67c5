import type { XmlElement } from '../../1-parse/xml-element';
import { defined } from '../defined';
import { createElementReader, type Context, type ElementReader } from '../element-reader';
import { hasEngineImplementation } from '../implementation';
import { readMappings } from '../mappings/mappings';
import { nodeBase } from '../node-base';
import type { WorkTrigger } from '../types';
import { readWork } from '../work';

/**
 * What the engine does instead of throwing a message, as with a send task: Camunda 8 has it at the event, Camunda 7 at
 * its event definition. Undefined if the event throws.
 */
export function readSending(reader: ElementReader, context: Context): WorkTrigger | undefined {
  const { element } = reader;
  const [definition, ...more] = context.diagram.eventDefinitions(element);
  if (!definition || more.length > 0 || !doesWork(element, definition)) return undefined;
  reader.leave(({ property }) => property?.name === 'bpmn:eventDefinitions');
  reader.leave(({ name }) => name === 'bpmn:eventDefinitionRef');
  const definitionReader = createElementReader(definition, context);
  for (const name of ['messageRef', 'operationRef']) definitionReader.attribute(name);
  definitionReader.leave(({ name }) => name === 'bpmn:operationRef');
  const holder = hasEngineImplementation(element) ? reader : definitionReader;
  const mappings = readMappings(reader, context);
  const work = readWork({ holder, tried: reader, inputs: mappings.inputs }, context);
  definitionReader.finish();
  const base = { kind: 'sendTask' as const, ...nodeBase(reader, context), boundaryEvents: [] };
  return work && Object.freeze({ kind: 'work', task: defined({ ...base, ...mappings, ...work }) });
}

/** Whether a message event calls something instead of throwing its message. */
export function doesWork(event: XmlElement, definition: XmlElement): boolean {
  if (definition.type !== 'bpmn:MessageEventDefinition') return false;
  return hasEngineImplementation(event) || hasEngineImplementation(definition);
}
