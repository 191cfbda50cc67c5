import { read } from '../../diagram';

export const S = '<startEvent id="S"/>';
export const E = '<endEvent id="E"/>';
export const condition = '<conditionExpression xsi:type="tFormalExpression">a</conditionExpression>';

export function flow(id: string, source: string, target: string, inner = '', attributes = ''): string {
  return `<sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}" ${attributes}>${inner}</sequenceFlow>`;
}

/** Sequence flows from each element to the next. */
export function line(...ids: string[]): string {
  return ids
    .slice(1)
    .map((id, i) => flow(`${ids[i]}_${id}`, ids[i] ?? '', id))
    .join('');
}

/** Rule by rule: what breaks it with the problems expected, and what is close to breaking it but fine. */
export type RuleCases = Readonly<
  Record<
    string,
    { readonly broken: readonly [string, readonly string[]][]; readonly fine: readonly string[] }
  >
>;

/** Tests for the problems of each code, with strict severities. */
export function testRules(cases: RuleCases): void {
  describe.each(Object.entries(cases))('%s', (code, { broken, fine }) => {
    test.each(broken)('broken %#', (xml, expected) => {
      expect(problems(xml, code)).toEqual(expected);
    });
    if (fine.length > 0) {
      test.each(fine)('fine %#', (xml) => {
        expect(problems(xml, code)).toEqual([]);
      });
    }
  });
}

function problems(xml: string, code: string): string[] {
  return read(xml, { strict: true }).problems.filter((problem) => problem.includes(` ${code} `));
}
