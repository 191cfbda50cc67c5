import type { Source } from '../diagnostics/source';
import type { Property } from './metamodel';
import type { Place } from './place';

/** An element as it stands in the file, with what BPMN's metamodel says about it. */
export interface XmlElement {
  /** With the compiler's prefix for the namespace, whatever the file binds: `bpmn:userTask`, `zeebe:taskDefinition`. */
  readonly name: string;
  /** As it stands in the file. */
  readonly originalName: string;
  /** Type in the metamodel (`bpmn:UserTask`); none for extensions and for elements that only hold a value. */
  readonly type?: string;
  /** The property of the parent that it belongs to; none for extensions and for the root. */
  readonly property?: Property;
  readonly parent?: XmlElement;
  /** Decoded. Names of extensions carry the compiler's prefix, those of BPMN none. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Text and CDATA between the tags, decoded and trimmed. */
  readonly text: string;
  /** Where that text stands, as it is written; only if there is any. */
  readonly textRange?: Range;
  /** Start tag. */
  readonly tag: Range;
  /** Namespaces that the element itself declares: prefix in the file (empty for the default) → namespace. */
  readonly declares?: ReadonlyMap<string, string>;
}

export interface Range {
  readonly offset: number;
  readonly length: number;
}

/** An element while phase 1 still works on it. */
export interface Draft extends XmlElement {
  type?: string;
  property?: Property;
  text: string;
  textRange?: Range;
  readonly attributes: Map<string, string>;
  readonly children: Draft[];
}

/** A file with its elements by id. */
export interface XmlFile {
  readonly root: XmlElement;
  /** Elements of BPMN (not of its layout) by id; of two with the same id the first. */
  readonly ids: ReadonlyMap<string, XmlElement>;
  /** Elements of the layout by id: shapes and edges refer to each other. */
  readonly layoutIds: ReadonlyMap<string, XmlElement>;
}

/** A BPMN file that could be read, by its path relative to the diagram's folder. */
export interface ImportedFile extends XmlFile {
  readonly path: string;
}

/** What phase 1 makes of a file. */
export interface XmlDocument extends XmlFile {
  readonly source: Source;
  /** The BPMN files that it imports, also indirectly, as far as they could be read; without itself. */
  readonly imported: readonly ImportedFile[];
  /** What is at the paths of imports: a BPMN file, something else, or nothing. Undefined if nobody has looked. */
  readonly imports: ReadonlyMap<string, XmlFile | 'no BPMN'> | undefined;
  /** The texts of the files that it imports or has scripts in, by path. */
  readonly texts: Readonly<Record<string, string>> | undefined;
  /** Whether a type of the metamodel is another one or extends it: `isA('bpmn:UserTask', 'bpmn:Activity')`. */
  isA(type: string | undefined, ancestor: string): boolean;
  /** What an attribute means when it is not written. */
  defaultValue(type: string, attribute: string): string | undefined;
  readonly place: Place;
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

export function idOf(element: XmlElement): string | undefined {
  return element.attributes.get('id');
}

/** The element and all below it, parents first, in document order. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  const pending = [element];
  for (let next = pending.pop(); next; next = pending.pop()) {
    yield next;
    for (let i = next.children.length - 1; i >= 0; i -= 1) pending.push(next.children[i] as XmlElement);
  }
}

/** Namespace that a prefix stands for at an element; the empty prefix is the default namespace. */
export function namespaceOf(element: XmlElement, prefix: string): string | undefined {
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    const namespace = at.declares?.get(prefix);
    if (namespace !== undefined) return namespace;
  }
  return undefined;
}
