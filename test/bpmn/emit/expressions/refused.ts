import { ExpressionProblem } from '../../../../src/bpmn/4-emit/expressions/translation';

/** What a translation says that it cannot translate, as kind, message and place in the text. */
export interface Refusal {
  readonly kind: string;
  readonly message: string;
  readonly from: number;
}

export function expectRefused(translate: () => unknown, { kind, message, from }: Refusal): void {
  let problem: unknown;
  try {
    translate();
  } catch (error) {
    problem = error;
  }
  expect(problem).toBeInstanceOf(ExpressionProblem);
  expect(problem).toMatchObject({ kind, from });
  expect((problem as Error).message).toContain(message);
}
