import { localName } from '../../1-parse/namespaces';
import type { XmlElement } from '../../1-parse/xml-element';
import { describe } from '../diagram';
import type { Rule } from './rule';

interface Required {
  readonly attributes?: readonly string[];
  readonly elements?: readonly string[];
}

/** What the schema of the standard requires, except where another rule says it better. */
export const REQUIRED: Readonly<Record<string, Required>> = {
  'bpmn:Definitions': { attributes: ['targetNamespace'] },
  'bpmn:Import': { attributes: ['namespace', 'location', 'importType'] },
  'bpmn:Assignment': { elements: ['from', 'to'] },
  'bpmn:Association': { attributes: ['sourceRef', 'targetRef'] },
  'bpmn:ComplexBehaviorDefinition': { elements: ['condition'] },
  'bpmn:CorrelationProperty': { elements: ['correlationPropertyRetrievalExpression'] },
  'bpmn:CorrelationPropertyBinding': { attributes: ['correlationPropertyRef'], elements: ['dataPath'] },
  'bpmn:CorrelationPropertyRetrievalExpression': { attributes: ['messageRef'], elements: ['messagePath'] },
  'bpmn:CorrelationSubscription': { attributes: ['correlationKeyRef'] },
  'bpmn:DataAssociation': { elements: ['targetRef'] },
  'bpmn:InputOutputBinding': { attributes: ['operationRef', 'inputDataRef', 'outputDataRef'] },
  'bpmn:InputOutputSpecification': { elements: ['inputSet', 'outputSet'] },
  'bpmn:Interface': { attributes: ['name'], elements: ['operation'] },
  'bpmn:LinkEventDefinition': { attributes: ['name'] },
  'bpmn:MessageFlow': { attributes: ['sourceRef', 'targetRef'] },
  'bpmn:Operation': { attributes: ['name'], elements: ['inMessageRef'] },
  'bpmn:Resource': { attributes: ['name'] },
  'bpmn:ResourceAssignmentExpression': { elements: ['expression'] },
  'bpmn:ResourceParameterBinding': { attributes: ['parameterRef'], elements: ['expression'] },
};

/** Elements have the parts that they cannot do without. */
export const requiredParts: Rule = ({ all, document }, reporter) => {
  for (const [type, { attributes = [], elements = [] }] of Object.entries(REQUIRED)) {
    const candidates = type === 'bpmn:Definitions' ? [document.root] : all(type);
    for (const element of candidates) {
      const missing = [
        ...attributes.filter((name) => !element.attributes.get(name)?.trim()),
        ...elements.filter((name) => !contains(element, name)).map((name) => `<${name}>`),
      ];
      if (missing.length === 0) continue;
      const parameters = { element: describe(element), missing: missing.join(' and no ') };
      reporter.report('part-missing', document.place.of(element), parameters);
    }
  }
};

/** Elements may stand for others: `<formalExpression>` for `<expression>`. */
function contains(element: XmlElement, name: string): boolean {
  return element.children.some(
    (child) => child.name === `bpmn:${name}` || (child.property && localName(child.property.name) === name),
  );
}
