import type { Context, ElementReader } from './element-reader';
import { extensionAttribute } from './expressions';
import type { Value } from './value-types';

/** What repeated work gives: a list in this variable, with one value for each time. */
export interface Collected {
  readonly collection: string;
  readonly element: Value;
}

/** `outputCollection` and `outputElement`; one without the other is reported, as Zeebe refuses it. */
export function readCollected(zeebe: ElementReader, context: Context): Collected | undefined {
  const collection = zeebe.attribute('outputCollection')?.trim() || undefined;
  const element = extensionAttribute(zeebe, 'outputElement', context);
  if (collection !== undefined && element) return Object.freeze({ collection, element });
  if (collection !== undefined || element) {
    const { diagram, reporter } = context;
    const missing = element ? 'outputCollection' : 'outputElement';
    reporter.report('mapping-incomplete', diagram.document.place.of(zeebe.element), {
      extension: zeebe.element.name,
      missing,
    });
  }
  return undefined;
}

/** The variable that a result is just taken from, or from a field of it. */
export function collectedName(element: Value): string | undefined {
  return element.language === 'feel' ? /^([\p{L}_]\w*)(\.\w+)*$/u.exec(element.text)?.[1] : undefined;
}
