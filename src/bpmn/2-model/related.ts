import type { XmlElement } from '../1-parse/xml-element';
import type { RelatedElement } from '../diagnostics/diagnostic';
import { type Diagram, describe } from './diagram';

/** Nobody follows more places than this. */
const MAX_RELATED = 10;

/** Other elements that a problem is about, as diagnostics want them. */
export function relatedTo(
  elements: Iterable<XmlElement>,
  { document }: Diagram,
  message: (element: XmlElement) => string = describe,
): readonly RelatedElement[] {
  return [...elements].slice(0, MAX_RELATED).map((element) => {
    const { element: id = '', position } = document.place.of(element);
    return { element: id, message: message(element), position };
  });
}
