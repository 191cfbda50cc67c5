import { localName } from '../../1-parse/namespaces';
import { defined } from '../defined';
import { describe } from '../diagram';
import type { Context, ElementReader } from '../element-reader';
import { readImplementation } from '../implementation';
import { readMappings } from '../mappings';
import { activityBase } from '../node-base';
import { readRetries } from '../retries';
import type { ServiceTask } from '../types';

/** A task that calls an activity. */
export function serviceTask(reader: ElementReader, context: Context): ServiceTask | undefined {
  const implementation = readImplementation(reader);
  const retries = readRetries(reader, context);
  const mappings = readMappings(reader, context);
  if (implementation === undefined) {
    const { element } = reader;
    const where = context.diagram.document.place.of(element);
    context.reporter.report('implementation-missing', where, { element: describe(element) });
    return undefined;
  }
  return defined({
    kind: localName(reader.element.name) as ServiceTask['kind'],
    ...activityBase(reader, context),
    implementation,
    ...retries,
    ...mappings,
  });
}
