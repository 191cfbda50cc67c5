import { readFileSync } from 'node:fs';
import { REQUIRED } from '../../../../src/bpmn/2-model/rules/required-parts';

/** Types of the schema with what they require, read from the schema itself. */
function requiredBySchema(name: string): [string, { attributes: string[]; elements: string[] }][] {
  const schema = readFileSync(require.resolve(`bpmn-moddle/resources/bpmn/xsd/${name}.xsd`), 'utf8');
  return [...schema.matchAll(/<xsd:complexType name="t(\w+)"[^>]*>(.*?)<\/xsd:complexType>/gs)].map(
    ([, type = '', body = '']) => {
      const single = body.replace(/<xsd:choice.*?<\/xsd:choice>/gs, '');
      const required = (tag: RegExp, isRequired: (attributes: string) => boolean) =>
        [...single.matchAll(tag)]
          .map(([, attributes = '']) => attributes)
          .filter(isRequired)
          .map((attributes) => /(?:name|ref)="(\w+)"/.exec(attributes)?.[1] ?? '');
      return [
        `bpmn:${type}`,
        {
          attributes: required(/<xsd:attribute\s([^>]*)>/g, (text) => text.includes('use="required"')),
          elements: required(/<xsd:element\s([^>]*)>/g, (text) => !text.includes('minOccurs="0"')),
        },
      ];
    },
  );
}

/** Choreographies and conversations are no processes; the others have a rule that says it better. */
const ELSEWHERE =
  /Choreography|Conversation|ParticipantAssociation|MessageFlowAssociation|Relationship|:(SequenceFlow|BoundaryEvent|ConditionalEventDefinition)$/;

test('what the schema of the standard requires is required', () => {
  const inSchema = [...requiredBySchema('BPMN20'), ...requiredBySchema('Semantic')]
    .filter(
      ([type, { attributes, elements }]) => !ELSEWHERE.test(type) && attributes.length + elements.length > 0,
    )
    .map(([type, { attributes, elements }]) => [type, attributes.toSorted(), elements.toSorted()]);
  const inTable = Object.entries(REQUIRED).map(([type, { attributes = [], elements = [] }]) => [
    type,
    attributes.toSorted(),
    elements.toSorted(),
  ]);
  expect(new Map(inTable.map((row) => [row[0], row]))).toEqual(new Map(inSchema.map((row) => [row[0], row])));
});
