import { type XmlElement, childOf, childrenOf } from '../1-parse/xml-element';

/** The data that an activity, process or event takes and gives, and the sets that they come in. */
export interface DataParts {
  readonly inputs: readonly XmlElement[];
  readonly outputs: readonly XmlElement[];
  readonly inputSets: readonly XmlElement[];
  readonly outputSets: readonly XmlElement[];
}

/** Events have their data inside; activities and processes have them in an `<ioSpecification>`. */
export function dataPartsOf(holder: XmlElement): DataParts {
  const parts = childOf(holder, 'bpmn:ioSpecification') ?? holder;
  return {
    inputs: childrenOf(parts, 'bpmn:dataInput'),
    outputs: childrenOf(parts, 'bpmn:dataOutput'),
    inputSets: childrenOf(parts, 'bpmn:inputSet'),
    outputSets: childrenOf(parts, 'bpmn:outputSet'),
  };
}
