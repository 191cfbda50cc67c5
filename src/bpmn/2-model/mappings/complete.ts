import type { Context, ElementReader } from '../element-reader';
import type { Mapping } from '../types';

/** The mapping, if it has both a target and a source; else none, which is reported. */
export function complete(
  reader: ElementReader,
  target: string | undefined,
  source: Mapping['source'] | undefined,
  sourceName: string,
  { diagram, reporter }: Context,
): Mapping[] {
  if (target?.trim() && source) return [Object.freeze({ target: target.trim(), source })];
  const parameters = { extension: reader.element.name, missing: source ? 'target' : sourceName };
  reporter.report('mapping-incomplete', diagram.document.place.of(reader.element), parameters);
  return [];
}
