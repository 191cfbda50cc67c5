import type { Context, ElementReader } from './element-reader';
import { extensionAttribute, extensionText } from './expressions';
import type { Mapping } from './types';

export interface Mappings {
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
}

/** `zeebe:ioMapping` or `camunda:inputOutput`, in document order. */
export function readMappings(reader: ElementReader, context: Context): Mappings {
  const zeebe = reader.extension('zeebe:ioMapping');
  const camunda = reader.extension('camunda:inputOutput');
  return {
    inputs: Object.freeze([
      ...(zeebe?.children('zeebe:input') ?? []).flatMap((input) => zeebeMapping(input, context)),
      ...(camunda?.children('camunda:inputParameter') ?? []).flatMap((input) =>
        camundaMapping(input, context),
      ),
    ]),
    outputs: Object.freeze([
      ...(zeebe?.children('zeebe:output') ?? []).flatMap((output) => zeebeMapping(output, context)),
      ...(camunda?.children('camunda:outputParameter') ?? []).flatMap((output) =>
        camundaMapping(output, context),
      ),
    ]),
  };
}

function zeebeMapping(reader: ElementReader, context: Context): Mapping[] {
  const source = extensionAttribute(reader, 'source', context);
  return complete(reader, reader.attribute('target'), source, 'source', context);
}

/** Scripts, lists and maps in a parameter are left unread, and so reported. */
function camundaMapping(reader: ElementReader, context: Context): Mapping[] {
  const target = reader.attribute('name');
  if (reader.element.children.length > 0) return [];
  return complete(reader, target, extensionText(reader, context), 'value', context);
}

function complete(
  reader: ElementReader,
  target: string | undefined,
  source: Mapping['source'] | undefined,
  what: string,
  { diagram, reporter }: Context,
): Mapping[] {
  if (target?.trim() && source) return [Object.freeze({ target: target.trim(), source })];
  const parameters = { extension: reader.element.name, missing: source ? 'target' : what };
  reporter.report('mapping-incomplete', diagram.document.place.of(reader.element), parameters);
  return [];
}
