import { childOf, childrenOf, type XmlElement } from '../../1-parse/xml-element';
import { REST_AUTHENTICATIONS, REST_CONNECTOR_TYPES } from '../../../shared/rest-connector';
import { describe } from '../diagram';
import type { Rule } from './rule';

const AUTHENTICATIONS: ReadonlySet<string> = new Set(REST_AUTHENTICATIONS);

/** Inputs of Camunda 8's connectors that Baton's do not have, with what asks for them. */
const UNSUPPORTED: readonly {
  readonly input: RegExp;
  readonly asks: (text: string) => boolean;
  readonly problem: string;
}[] = [
  {
    input: /^authentication\.type$/,
    asks: (text) => !text.startsWith('=') && !AUTHENTICATIONS.has(text),
    problem: 'a way of authentication that Baton does not know',
  },
  {
    input: /^authenticationConfiguration$/,
    asks: (text) => text !== '',
    problem: 'a credential that is kept in Camunda',
  },
  {
    input: /^clientTls\./,
    asks: (text) => text !== '',
    problem: 'a certificate of the client',
  },
  {
    input: /^(graphql\.)?storeResponse$/,
    asks: isTrue,
    problem: "the answer as a document in Camunda's store",
  },
  {
    input: /^documentReturnFormat\.choice$/,
    asks: (text) => text === 'DOCUMENT',
    problem: "the answer as a document in Camunda's store",
  },
  {
    input: /^documentReturnFormat\.encoding$/,
    asks: (text) => text !== '' && !/^utf-?8$/i.test(text),
    problem: 'an encoding other than UTF-8',
  },
  { input: /^(graphql\.)?skipEncoding$/, asks: isTrue, problem: 'an address that is not encoded' },
];

/** What a task asks of Camunda 8's REST or GraphQL connector, Baton's can do. */
export const connectorInputs: Rule = ({ containers, document }, reporter) => {
  for (const task of containers.flatMap(({ nodes }) => nodes)) {
    for (const input of inputsOfConnector(task)) {
      const target = input.attributes.get('target') ?? '';
      const text = input.attributes.get('source')?.trim() ?? '';
      const found = UNSUPPORTED.find((one) => one.input.test(target) && one.asks(text));
      if (!found) continue;
      const { problem } = found;
      reporter.report('connector-input', document.place.of(input), {
        element: describe(task),
        input: target,
        problem,
      });
    }
  }
};

function inputsOfConnector(task: XmlElement): readonly XmlElement[] {
  const extensions = childOf(task, 'bpmn:extensionElements');
  const definition = extensions && childOf(extensions, 'zeebe:taskDefinition');
  if (!extensions || !REST_CONNECTOR_TYPES.has(definition?.attributes.get('type') ?? '')) return [];
  return childrenOf(extensions, 'zeebe:ioMapping').flatMap((mapping) => childrenOf(mapping, 'zeebe:input'));
}

function isTrue(text: string): boolean {
  return /^=?\s*true$/.test(text);
}
