import type { Context, ElementReader } from '../element-reader';
import { literal } from '../expressions';
import type { Mapping } from '../types';
import type { Expression, MapValue } from '../value-types';

/** What Camunda 8 hands workers beside the variables. */

/** `zeebe:taskHeaders`: as the object `headers`. */
export function taskHeaders(reader: ElementReader, context: Context): readonly Mapping[] {
  return headersOf(entriesIn(reader.extension('zeebe:taskHeaders'), context));
}

/** A listener gets the headers of its element, and over them its own. */
export function listenerHeaders(
  listener: ElementReader,
  holder: ElementReader,
  context: Context,
): readonly Mapping[] {
  const own = entriesIn(listener.child('zeebe:taskHeaders'), context);
  const names = new Set(own.map(({ key }) => key));
  const others = entriesIn(holder.extension('zeebe:taskHeaders'), context);
  return headersOf([...others.filter(({ key }) => !names.has(key)), ...own]);
}

/** `zeebe:linkedResources`, files that the worker needs: by their ids, as a list of the same name. */
export function linkedResources(reader: ElementReader, context: Context): readonly Mapping[] {
  const resources = reader.extension('zeebe:linkedResources')?.children('zeebe:linkedResource') ?? [];
  if (resources.length === 0) return [];
  const items = resources.map((resource): MapValue => {
    const names = ['resourceId', 'resourceType', 'linkName', 'bindingType', 'versionTag'];
    const entries = names.flatMap((key) => {
      const value = textOf(resource, key, context);
      return value.text === '' ? [] : [Object.freeze({ key, value })];
    });
    return Object.freeze({ language: 'map', entries: Object.freeze(entries) });
  });
  const source = Object.freeze({ language: 'list' as const, items: Object.freeze(items) });
  return [Object.freeze({ target: 'linkedResources', source })];
}

type Entries = MapValue['entries'];

function entriesIn(headers: ElementReader | undefined, context: Context): Entries {
  return (headers?.children('zeebe:header') ?? []).flatMap((header) => {
    header.attribute('id');
    const key = header.attribute('key') ?? '';
    const value = textOf(header, 'value', context);
    return key === '' ? [] : [Object.freeze({ key, value })];
  });
}

function headersOf(entries: Entries): readonly Mapping[] {
  if (entries.length === 0) return [];
  const source = Object.freeze({ language: 'map' as const, entries: Object.freeze(entries) });
  return [Object.freeze({ target: 'headers', source })];
}

function textOf(reader: ElementReader, name: string, { diagram }: Context): Expression {
  const { position } = diagram.document.place.attribute(reader.element, name);
  return literal(reader.attribute(name) ?? '', position);
}
