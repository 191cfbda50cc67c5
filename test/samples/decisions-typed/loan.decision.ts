import { atLeast, atMost, below, between, decide, is, rule } from 'batonflow/decision';
import { feel } from 'batonflow/feel';

export interface Applicant {
  readonly age: number;
  readonly 'Monthly Income': number;
  readonly employment: 'employed' | 'none';
}

export interface Loan {
  readonly amount: number;
  readonly months: number;
}

/** What "Rate" decides by. */
export interface RateInput {
  readonly loan: Loan;
}

/** Rate. Generated from loan.dmn: change the file, then run `baton compile`. */
export function rate({ loan: loan2 }: RateInput): number {
  return decide(
    {
      decision: 'rate',
      hitPolicy: 'ANY',
      inputs: { months: feel('rate, input Months', 'loan.months', { loan: loan2 }) },
      otherwise: 0.08,
    },
    [rule({ months: atMost(12) }, 0.03), rule({ months: between(12, 36, '(]') }, 0.05)],
  );
}

/** What "Monthly instalment" decides by. */
export interface InstalmentInput {
  readonly loan: Loan;
}

/** Monthly instalment. Generated from loan.dmn: change the file, then run `baton compile`. */
export function instalment({ loan: loan2 }: InstalmentInput): number | null {
  const rateResult = rate({ loan: loan2 });
  return feel('instalment', 'loan.amount * (1 + rate * loan.months / 12) / loan.months', {
    loan: loan2,
    rate: rateResult,
  });
}

/** What "Eligible" decides by. */
export interface EligibleInput {
  readonly applicant: Applicant;
  readonly loan: Loan;
}

/** Eligible. Generated from loan.dmn: change the file, then run `baton compile`. */
export function eligible({ applicant: applicant2, loan: loan2 }: EligibleInput): boolean {
  const monthlyInstalment = instalment({ loan: loan2 });
  return decide(
    {
      decision: 'eligible',
      hitPolicy: 'FIRST',
      inputs: {
        employment: feel('eligible, input Employment', 'applicant.employment', { applicant: applicant2 }),
        age: feel('eligible, input Age', 'applicant.age', { applicant: applicant2 }),
        shareOfTheIncome: feel(
          'eligible, input Share of the income',
          'Monthly instalment / applicant.Monthly Income',
          { applicant: applicant2, 'Monthly instalment': monthlyInstalment },
        ),
      },
      otherwise: false,
    },
    [rule({ employment: is('employed'), age: atLeast(18), shareOfTheIncome: below(0.3) }, true)],
  );
}
