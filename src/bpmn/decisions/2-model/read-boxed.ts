import { childOf, childrenOf, type XmlElement } from '../../1-parse/xml-element';
import { defined } from '../../2-model/defined';
import { readTable } from './read-table';
import { describe, expressionOf, itemOf, type Reader, typeOf } from './reader';
import type { Boxed, Context, FunctionDefinition, Invocation, Literal, Relation } from './types';

type BoxedReader = (element: XmlElement, reader: Reader) => Boxed | undefined;

const READERS: Readonly<Record<string, BoxedReader>> = {
  'dmn:LiteralExpression': literal,
  'dmn:DecisionTable': readTable,
  'dmn:Context': context,
  'dmn:Invocation': invocation,
  'dmn:List': (element, reader) => ({ kind: 'list', items: boxedIn(element, reader) }),
  'dmn:Relation': relation,
  'dmn:FunctionDefinition': readFunction,
};

/** The boxed expression among the children of an element. Undefined, with the reason reported, if it cannot be read. */
export function readBoxed(owner: XmlElement, reader: Reader): Boxed | undefined {
  const [element] = expressionsIn(owner);
  if (!element) {
    reader.report('decision-without-logic', owner, { element: describe(owner) });
    return undefined;
  }
  return READERS[element.type ?? '']?.(element, reader);
}

function expressionsIn(owner: XmlElement): readonly XmlElement[] {
  return owner.children.filter(({ type }) => type !== undefined && Object.hasOwn(READERS, type));
}

function boxedIn(owner: XmlElement, reader: Reader): readonly Boxed[] {
  return expressionsIn(owner).flatMap((element) => READERS[element.type ?? '']?.(element, reader) ?? []);
}

function literal(element: XmlElement, reader: Reader): Literal | undefined {
  const imported = childOf(element, 'dmn:importedValues');
  if (imported) {
    reader.report('dmn-not-supported', imported, { what: 'Imported values' });
    return undefined;
  }
  const expression = expressionOf(element, reader);
  if (!expression) {
    if (!childOf(element, 'dmn:text')?.text) {
      const owner = element.parent ?? element;
      reader.report('expression-empty', element, { what: 'expression', element: describe(owner) });
    }
    return undefined;
  }
  return defined({ kind: 'literal', expression, type: typeOf(element) });
}

function context(element: XmlElement, reader: Reader): Context {
  let result: Boxed | undefined;
  const entries = childrenOf(element, 'dmn:contextEntry').flatMap((entry) => {
    const value = readBoxed(entry, reader);
    const variable = childOf(entry, 'dmn:variable');
    if (!value) return [];
    if (variable) return [{ variable: itemOf(variable), value }];
    result = value;
    return [];
  });
  return defined({ kind: 'context', entries, result });
}

function invocation(element: XmlElement, reader: Reader): Invocation | undefined {
  const called = expressionOf(
    expressionsIn(element).find(({ type }) => type === 'dmn:LiteralExpression'),
    reader,
  );
  if (!called) {
    reader.report('expression-empty', element, { what: 'called function', element: describe(element) });
    return undefined;
  }
  const bindings = childrenOf(element, 'dmn:binding').flatMap((binding) => {
    const parameter = childOf(binding, 'dmn:parameter');
    const value = readBoxed(binding, reader);
    return parameter && value ? [{ parameter: itemOf(parameter).name, value }] : [];
  });
  return { kind: 'invocation', called, bindings };
}

function relation(element: XmlElement, reader: Reader): Relation {
  const columns = childrenOf(element, 'dmn:column').map((column) => itemOf(column));
  const rows = childrenOf(element, 'dmn:row').map((row, index) => {
    const cells = boxedIn(row, reader);
    if (cells.length !== columns.length) {
      const parameters = { number: index + 1, what: 'cell', found: cells.length, expected: columns.length };
      reader.report('rule-entries', row, parameters);
    }
    return cells;
  });
  return { kind: 'relation', columns, rows };
}

export function readFunction(element: XmlElement, reader: Reader): FunctionDefinition | undefined {
  const kind = element.attributes.get('kind')?.trim() ?? 'FEEL';
  if (kind !== 'FEEL') {
    reader.report('dmn-not-supported', element, { what: `A function of kind ${kind}` });
    return undefined;
  }
  const body = readBoxed(element, reader);
  if (!body) return undefined;
  const parameters = childrenOf(element, 'dmn:formalParameter').map((parameter) => itemOf(parameter));
  return { kind: 'function', parameters, body };
}
