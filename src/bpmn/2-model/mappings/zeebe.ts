import type { Context, ElementReader } from '../element-reader';
import { extensionAttribute } from '../expressions';
import type { Mapping, Mappings } from '../types';
import { complete } from './complete';

/** `zeebe:ioMapping`, in document order. */
export function zeebeMappings(reader: ElementReader, context: Context): Mappings {
  const mapping = reader.extension('zeebe:ioMapping');
  const read = (name: string) =>
    (mapping?.children(name) ?? []).flatMap((one): Mapping[] => {
      const source = extensionAttribute(one, 'source', context);
      return complete(one, one.attribute('target'), source, 'source', context);
    });
  return { inputs: read('zeebe:input'), outputs: read('zeebe:output') };
}
