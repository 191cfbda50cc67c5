import { childOf, childrenOf, type XmlElement } from '../../1-parse/xml-element';
import { defined } from '../../2-model/defined';
import type { Expression } from '../../2-model/value-types';
import { describe, expressionOf, type Reader, typeOf } from './reader';
import type { DecisionTable, HitPolicy, InputColumn, OutputColumn, TableRule } from './types';

export function readTable(element: XmlElement, reader: Reader): DecisionTable {
  const hitPolicy = (element.attributes.get('hitPolicy')?.trim() || 'UNIQUE') as HitPolicy;
  const aggregation = element.attributes.get('aggregation')?.trim() as DecisionTable['aggregation'];
  const outputs = childrenOf(element, 'dmn:output');
  const table: DecisionTable = defined({
    kind: 'table',
    hitPolicy,
    aggregation,
    inputs: childrenOf(element, 'dmn:input').map((input) => inputColumn(input, reader)),
    outputs: outputs.map((output) => outputColumn(output, outputs.length, reader)),
    rules: childrenOf(element, 'dmn:rule').map((rule) => readRule(rule, reader)),
  });
  checkTable(element, table, reader);
  return table;
}

function inputColumn(element: XmlElement, reader: Reader): InputColumn {
  const inner = childOf(element, 'dmn:inputExpression');
  const expression = expressionOf(inner, reader);
  if (!expression && !reader.reporter.failed) {
    reader.report('expression-empty', element, { what: 'expression', element: describe(element) });
  }
  return defined({
    label: element.attributes.get('label')?.trim() || undefined,
    expression: expression ?? {
      language: 'feel',
      text: 'null',
      position: reader.document.place.of(element).position,
    },
    type: typeOf(inner),
    allowed: expressionOf(childOf(element, 'dmn:inputValues'), reader),
    variable: element.attributes.get('camunda:inputVariable')?.trim() || undefined,
  });
}

function outputColumn(element: XmlElement, count: number, reader: Reader): OutputColumn {
  const { attributes } = element;
  const name = attributes.get('name')?.trim();
  if (!name && count > 1) reader.report('output-unnamed', element, { output: describe(element) });
  return defined({
    name: name || undefined,
    label: attributes.get('label')?.trim() || undefined,
    type: typeOf(element),
    values: expressionOf(childOf(element, 'dmn:outputValues'), reader),
    otherwise: expressionOf(childOf(element, 'dmn:defaultOutputEntry'), reader),
    position: reader.document.place.of(element).position,
  });
}

function readRule(element: XmlElement, reader: Reader): TableRule {
  const notes = [
    childOf(element, 'dmn:description')?.text ?? '',
    ...childrenOf(element, 'dmn:annotationEntry').map((entry) => childOf(entry, 'dmn:text')?.text ?? ''),
  ].filter((note) => note !== '');
  const test = (entry: XmlElement): Expression | undefined => {
    const expression = expressionOf(entry, reader);
    return expression?.text.trim() === '-' ? undefined : expression;
  };
  return defined({
    tests: childrenOf(element, 'dmn:inputEntry').map(test),
    outputs: childrenOf(element, 'dmn:outputEntry').map((entry) => expressionOf(entry, reader)),
    note: notes.join(' ') || undefined,
    position: reader.document.place.of(element).position,
  });
}

/** What makes a table ambiguous or incomplete. */
function checkTable(element: XmlElement, table: DecisionTable, reader: Reader): void {
  const { hitPolicy, aggregation, inputs, outputs } = table;
  if (outputs.length === 0) reader.report('table-without-output', element, {});
  const names = outputs.flatMap(({ name }) => name ?? []);
  for (const name of new Set(names.filter((name, i) => names.indexOf(name) !== i))) {
    reader.report('output-repeated', element, { name });
  }
  if (aggregation !== undefined && hitPolicy !== 'COLLECT') {
    reader.report('aggregation-misplaced', element, { aggregation, hitPolicy });
  } else if (aggregation !== undefined && aggregation !== 'COUNT' && outputs.length > 1) {
    reader.report('aggregation-ambiguous', element, { aggregation, count: outputs.length });
  }
  const ordered = hitPolicy === 'PRIORITY' || hitPolicy === 'OUTPUT ORDER';
  if (ordered && outputs.every(({ values }) => values === undefined)) {
    reader.report('priority-missing', element, { hitPolicy });
  }
  for (const [index, rule] of childrenOf(element, 'dmn:rule').entries()) {
    const counts = [
      { what: 'input', found: childrenOf(rule, 'dmn:inputEntry').length, expected: inputs.length },
      { what: 'output', found: childrenOf(rule, 'dmn:outputEntry').length, expected: outputs.length },
    ];
    for (const { what, found, expected } of counts) {
      if (found === expected) continue;
      reader.report('rule-entries', rule, { number: index + 1, what, found, expected });
    }
  }
}
