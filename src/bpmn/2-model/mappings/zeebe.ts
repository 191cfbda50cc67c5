import type { Context, ElementReader } from '../element-reader';
import { extensionAttribute } from '../expressions';
import type { Mapping, Mappings } from '../types';
import type { Expression } from '../value-types';
import { complete } from './complete';

/** `zeebe:ioMapping`, in document order. */
export function zeebeMappings(reader: ElementReader, context: Context): Mappings {
  const mapping = reader.extension('zeebe:ioMapping');
  const inputs = read(mapping, 'zeebe:input', context);
  const outputs = read(mapping, 'zeebe:output', context);
  return { inputs, outputs, ...(inputs.length > 0 && { seenBy: ['timer', 'conditional', 'name'] }) };
}

/** Of an element that can have no inputs: any are left unread, and so reported. */
export function zeebeOutputs(reader: ElementReader, context: Context): readonly Mapping[] {
  return read(reader.extension('zeebe:ioMapping'), 'zeebe:output', context);
}

function read(mapping: ElementReader | undefined, name: string, context: Context): readonly Mapping[] {
  return (mapping?.children(name) ?? []).flatMap((one): Mapping[] => {
    const source =
      extensionAttribute(one, 'source', context) ??
      (name === 'zeebe:input' ? nothing(one, context) : undefined);
    return complete(one, one.attribute('target'), source, 'source', context);
  });
}

/** An input without a source is null: element templates have many that were left empty. */
function nothing({ element }: ElementReader, { diagram }: Context): Expression {
  const { position } = diagram.document.place.of(element);
  return Object.freeze({ language: 'feel', text: 'null', position });
}
