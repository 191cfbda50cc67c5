// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- types of libraries that have none, for every program that includes this file
/// <reference path="./libraries.d.ts" />
import { BpmnModdle, type Moddle, type PropertyDescriptor, type TypeDescriptor } from 'bpmn-moddle';
import { knownNamespaces, localName, prefixOf } from './namespaces';
import { BPMN, type Standard } from './standards';

/** A property of a type: written as an attribute, as an inner element, or as an inner element that holds a value. */
export interface Property {
  /** `bpmn:sourceRef` */
  readonly name: string;
  /** Simple type (`String`, `Boolean`, `Integer`, `Real`), enumeration, or type of the elements it takes or refers to. */
  readonly type: string;
  readonly isMany: boolean;
  readonly isReference: boolean;
  readonly defaultValue?: string;
}

/** What an inner element is: of which type (unless it only holds a value), by which property of its parent. */
export interface ChildInfo {
  readonly type?: string;
  readonly property: Property;
}

/**
 * BPMN's metamodel, as bpmn-moddle has it: which elements and attributes there are, where they may stand, and of what
 * type they are. Only its knowledge is used, not its reader (docs/decisions/0007-reading-bpmn.md).
 */
export interface Metamodel {
  readonly standard: Standard;
  /** Namespace → prefix of everything that is known. */
  readonly namespaces: Readonly<Record<string, string>>;
  readonly rootType: string;
  /** Undefined if the parent's type has no place for such an element. `declaredType` is the resolved `xsi:type`. */
  child(parentType: string, name: string, declaredType?: string): ChildInfo | undefined;
  /** Undefined if the type has no such attribute. */
  attribute(type: string, name: string): Property | undefined;
  attributeNames(type: string): readonly string[];
  childNames(type: string): readonly string[];
  /** Whether the elements of a type hold text. */
  takesText(type: string): boolean;
  isA(type: string, ancestor: string): boolean;
  /** The values of an enumeration, or undefined if the type is none. */
  enumeration(type: string): readonly string[] | undefined;
}

/** What bpmn-moddle's metamodel lacks or has wrong, compared with the schema of the standard. */
const CORRECTIONS: Readonly<Record<string, Readonly<Record<string, Property>>>> = {
  'bpmn:GlobalScriptTask': {
    'bpmn:script': { name: 'bpmn:script', type: 'String', isMany: false, isReference: false },
  },
};

const SIMPLE_TYPES: ReadonlySet<string> = new Set(['String', 'Boolean', 'Integer', 'Real', 'Element']);

/** @param moddle - knows the types of the standard */
export function createMetamodel(standard: Standard = BPMN, moddle: Moddle = new BpmnModdle()): Metamodel {
  const packages = new Map(moddle.getPackages().map((pkg) => [pkg.prefix, pkg]));
  const descriptors = new Map<string, TypeDescriptor | undefined>();
  const childNames = new Map<string, readonly string[]>();
  const children = new Map<string, ChildInfo | undefined>();

  const descriptor = (type: string): TypeDescriptor | undefined => {
    if (!descriptors.has(type)) descriptors.set(type, tryGetType(moddle, type));
    return descriptors.get(type);
  };

  /** `bpmn:userTask` → `bpmn:UserTask`, where the package writes its types in lower case. */
  const typeOfTag = (name: string) => {
    const local = localName(name);
    const lowerCase = packages.get(prefixOf(name))?.xml?.tagAlias === 'lowerCase';
    return lowerCase ? `${prefixOf(name)}:${local.charAt(0).toUpperCase()}${local.slice(1)}` : name;
  };

  /** `bpmn:tFormalExpression` → `bpmn:FormalExpression`: types of the schema have a prefix. */
  const typeOfDeclaration = (declared: string) => {
    const typePrefix = packages.get(prefixOf(declared))?.xml?.typePrefix;
    const local = localName(declared);
    const stripped = typePrefix && local.startsWith(typePrefix) ? local.slice(typePrefix.length) : local;
    return `${prefixOf(declared)}:${stripped}`;
  };

  const isA = (type: string, ancestor: string) => ancestor in (descriptor(type)?.allTypesByName ?? {});

  const findChild = (parentType: string, name: string, declaredType?: string): ChildInfo | undefined => {
    const correction = CORRECTIONS[parentType]?.[name];
    if (correction) return { property: correction };
    const parent = descriptor(parentType);
    const named = parent?.propertiesByName[name];
    if (named && !named.isAttr && !named.isVirtual) {
      if (named.isReference || SIMPLE_TYPES.has(named.type)) return { property: propertyOf(named) };
      const declared =
        declaredType === undefined || !named.xml?.serialize ? named.type : typeOfDeclaration(declaredType);
      return isA(declared, named.type) ? { type: declared, property: propertyOf(named) } : undefined;
    }
    const type = typeOfTag(name);
    const member = parent?.properties.find(
      (property) =>
        !property.isAttr && !property.isReference && !property.isVirtual && isA(type, property.type),
    );
    return member && { type, property: propertyOf(member) };
  };

  const findChildNames = (type: string) => {
    const properties = (descriptor(type)?.properties ?? []).filter(
      ({ isAttr, isVirtual }) => !isAttr && !isVirtual,
    );
    const members = properties.filter(({ isReference }) => !isReference);
    const types = moddle
      .getPackages()
      .flatMap((pkg) => pkg.types.map(({ name }) => `${pkg.prefix}:${localName(name)}`));
    return [
      ...properties.map(({ ns }) => ns.name),
      ...types.filter((candidate) => members.some((member) => isA(candidate, member.type))).map(tagOfType),
    ];
  };

  return {
    standard,
    namespaces: knownNamespaces([...packages.values()]),
    rootType: `${standard.prefix}:Definitions`,
    child(parentType, name, declaredType) {
      const key = `${parentType} ${name} ${declaredType ?? ''}`;
      if (!children.has(key)) children.set(key, findChild(parentType, name, declaredType));
      return children.get(key);
    },
    attribute(type, name) {
      const property = descriptor(type)?.propertiesByName[name];
      return property?.isAttr ? propertyOf(property) : undefined;
    },
    attributeNames(type) {
      return (descriptor(type)?.properties ?? [])
        .filter(({ isAttr }) => isAttr)
        .map(({ ns }) => ns.localName);
    },
    childNames(type) {
      if (!childNames.has(type)) childNames.set(type, findChildNames(type));
      return childNames.get(type) ?? [];
    },
    takesText(type) {
      return descriptor(type)?.bodyProperty !== undefined;
    },
    isA,
    enumeration(type) {
      return packages
        .get(prefixOf(type))
        ?.enumerations?.find(({ name }) => localName(name) === localName(type))
        ?.literalValues.map(({ name }) => name);
    },
  };
}

function propertyOf(descriptor: PropertyDescriptor): Property {
  return {
    name: descriptor.ns.name,
    type: descriptor.type,
    isMany: descriptor.isMany === true,
    isReference: descriptor.isReference === true,
    ...(descriptor.default !== undefined && { defaultValue: String(descriptor.default) }),
  };
}

function tryGetType(moddle: Moddle, type: string): TypeDescriptor | undefined {
  try {
    return moddle.getType(type).$descriptor;
  } catch {
    return undefined; // the only way to ask whether a type exists
  }
}

/** `bpmn:UserTask` → `bpmn:userTask` */
function tagOfType(type: string): string {
  const local = localName(type);
  return `${prefixOf(type)}:${local.charAt(0).toLowerCase()}${local.slice(1)}`;
}
