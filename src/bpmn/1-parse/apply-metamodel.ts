import { didYouMean } from '../../shared/did-you-mean';
import { aKindOf } from '../diagnostics/label';
import type { Reporter } from '../diagnostics/reporter';
import { checkAttributes } from './check-attributes';
import type { ChildInfo, Metamodel } from './metamodel';
import { isEngineName, isLayoutName, localName, prefixOf } from './namespaces';
import type { Place } from './place';
import { type Draft, type XmlElement, namespaceOf } from './xml-element';

/**
 * Gives every element its type and reports what the metamodel has no place for: elements, attributes, values, text.
 * What stands in extensions is left as it is: it belongs to whoever made them.
 */
export function applyMetamodel(root: Draft, metamodel: Metamodel, place: Place, reporter: Reporter): void {
  root.type = metamodel.rootType;
  visit(root, metamodel, place, reporter);
}

function visit(element: Draft, metamodel: Metamodel, place: Place, reporter: Reporter): void {
  const { type } = element;
  if (type === undefined) {
    if (element.property) checkValueElement(element, metamodel, place, reporter);
    return;
  }
  checkAttributes(element, type, metamodel, place, reporter);
  if (element.text !== '' && !metamodel.takesText(type)) reportText(element, place, reporter);

  const once = new Set<string>();
  for (const child of element.children) {
    const declared = metamodel.child(type, child.name, declaredType(child, metamodel));
    const info = declared ?? metamodel.child(type, child.name);
    if (!info) {
      const isExtension =
        localName(type) === 'ExtensionElements' && prefixOf(child.name) !== metamodel.standard.prefix;
      if (!isExtension) reportUnknown(child, element, type, metamodel, place, reporter);
      continue;
    }
    if (!declared) reportType(child, info, place, reporter);
    child.property = info.property;
    if (info.type !== undefined) child.type = info.type;
    if (!info.property.isMany && once.size === once.add(info.property.name).size) {
      reporter.report('element-repeated', place.of(child), names(child));
    }
    visit(child, metamodel, place, reporter);
  }
}

/** The element may be here, but not be of the type that it says it is. */
function reportType(child: XmlElement, info: ChildInfo, place: Place, reporter: Reporter): void {
  reporter.report('attribute-invalid', place.attribute(child, 'xsi:type'), {
    attribute: 'xsi:type',
    value: child.attributes.get('xsi:type') ?? '',
    element: child.originalName,
    expected: `a type that is ${aKindOf(info.property.type)}, or leave the attribute out`,
  });
}

/** The type that `xsi:type` names, with the compiler's prefix. */
function declaredType(element: XmlElement, metamodel: Metamodel): string | undefined {
  const declared = element.attributes.get('xsi:type');
  if (declared === undefined) return undefined;
  const namespace = namespaceOf(element, prefixOf(declared));
  const prefix = namespace === undefined ? undefined : metamodel.namespaces[namespace];
  return `${prefix ?? prefixOf(declared)}:${localName(declared)}`;
}

function reportUnknown(
  child: XmlElement,
  parent: XmlElement,
  parentType: string,
  metamodel: Metamodel,
  place: Place,
  reporter: Reporter,
): void {
  const standard = metamodel.standard.name;
  if (isLayoutName(child.name) || isLayoutName(parent.name)) {
    reporter.report('layout-problem', place.of(child), {
      problem: `unknown element <${child.originalName}>`,
    });
  } else if (prefixOf(child.name) === metamodel.standard.prefix) {
    const hint = () => didYouMean(localName(child.name), metamodel.childNames(parentType).map(localName));
    reporter.report('element-unknown', place.of(child), { standard, ...names(child) }, { hint });
  } else if (isEngineName(child.name)) {
    reporter.report('element-misplaced', place.of(child), { element: child.originalName });
  } else {
    reporter.report('element-foreign', place.of(child), { standard, ...names(child) });
  }
}

/** Elements that only hold a value or a reference: nothing may be inside but text. */
function checkValueElement(
  element: XmlElement,
  { standard }: Metamodel,
  place: Place,
  reporter: Reporter,
): void {
  for (const child of element.children) {
    reporter.report('element-unknown', place.of(child), { standard: standard.name, ...names(child) });
  }
}

function reportText(element: XmlElement, place: Place, reporter: Reporter): void {
  const { text } = element;
  if (isLayoutName(element.name)) {
    reporter.report('layout-problem', place.text(element), { problem: `text "${text}"` });
  } else {
    reporter.report('text-ignored', place.text(element), { text, element: element.originalName });
  }
}

function names(child: XmlElement): { element: string; parent: string } {
  return { element: child.originalName, parent: child.parent?.originalName ?? '' };
}
