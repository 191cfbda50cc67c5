import type { Reporter } from '../diagnostics/reporter';
import { isLayoutName } from './namespaces';
import type { Place } from './place';
import { type XmlDocument, type XmlElement, descendants, idOf } from './xml-element';

/** XML's NCName, as far as JavaScript's character classes tell. */
const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}\p{Pc}.\-·]*$/u;

/** Elements by id. Ids that are no names or are used twice are reported; of two elements the first counts. */
export function collectIds(
  root: XmlElement,
  place: Place,
  reporter: Reporter,
): Pick<XmlDocument, 'ids' | 'layoutIds'> {
  const ids = new Map<string, XmlElement>();
  const layoutIds = new Map<string, XmlElement>();
  for (const element of descendants(root)) {
    const id = element.type === undefined ? undefined : idOf(element);
    if (id === undefined) continue;
    const where = () => place.attribute(element, 'id'); // it takes time, and is asked for by problems only
    if (isLayoutName(element.name)) {
      if (layoutIds.has(id))
        reporter.report('layout-problem', where(), { problem: `the id "${id}" is used twice` });
      layoutIds.set(id, element);
      continue;
    }
    if (!NAME.test(id)) reporter.report('id-invalid', where(), { id });
    const first = ids.get(id);
    if (first) {
      const related = [
        { element: id, message: 'first used here', position: place.attribute(first, 'id').position },
      ];
      reporter.report('id-duplicate', where(), { id }, { related });
    } else {
      ids.set(id, element);
    }
  }
  return { ids, layoutIds };
}
