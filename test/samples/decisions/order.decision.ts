import { atLeast, below, between, decide, decideAll, given, is, not, oneOf, rule } from 'batonflow/decision';
import { temporal, unaryTest } from 'batonflow/feel';

/** What "Risk class" decides by. */
export interface RiskClassInput {
  readonly amount: number | null;
  readonly region: 'EU' | 'CH' | 'US' | null;
}

/**
 * Risk class. Generated from order.dmn: change the file, then run `baton compile`.
 *
 * How risky it is to ship before the customer has paid.
 */
export function riskClass({ amount, region: region2 }: RiskClassInput): 'green' | 'yellow' | 'red' | null {
  return decide(
    {
      decision: 'riskClass',
      hitPolicy: 'UNIQUE',
      inputs: { amount, region: region2 },
      allowed: { region: oneOf('EU', 'CH', 'US') },
      outputs: ['green', 'yellow', 'red'],
    },
    [
      rule({ amount: below(1000), region: oneOf('EU', 'CH') }, 'green'),
      // Customs take their time
      rule({ amount: below(1000), region: not(oneOf('EU', 'CH')) }, 'yellow'),
      rule({ amount: between(1000, 5000, '[)') }, 'yellow'),
      rule({ amount: atLeast(5000) }, 'red'),
    ],
  );
}

/** What "Terms" decides by. */
export interface TermsInput {
  readonly amount: number;
  readonly region: 'EU' | 'CH' | 'US' | null;
}

export interface TermsResult {
  readonly payment: 'invoice' | 'card' | 'in advance';
  readonly fee: number;
}

/** Terms. Generated from order.dmn: change the file, then run `baton compile`. */
export function terms({ amount, region: region2 }: TermsInput): TermsResult {
  given('terms', 'number', { amount });
  const risk = riskClass({ amount, region: region2 });
  return decide(
    {
      decision: 'terms',
      hitPolicy: 'FIRST',
      inputs: { risk },
      otherwise: { payment: 'in advance', fee: 25 },
    },
    [
      rule({ risk: is('green') }, { payment: 'invoice', fee: 0 }),
      rule({ risk: is('yellow') }, { payment: 'card', fee: () => amount * 0.01 }),
    ],
  );
}

/** What "Discounts" decides by. */
export interface DiscountsInput {
  readonly isMember: boolean | null;
  readonly birthday: string | null;
}

/** Discounts. Generated from order.dmn: change the file, then run `baton compile`. */
export function discounts({ isMember, birthday }: DiscountsInput): number[] {
  return decideAll(
    {
      decision: 'discounts',
      hitPolicy: 'COLLECT',
      inputs: { isMember, birthday: temporal('discounts', 'date', birthday) },
    },
    [rule({ isMember: is(true) }, 5), rule({ birthday: unaryTest('< date("1960-01-01")') }, 10)],
  );
}

/** What "Total" decides by. */
export interface TotalInput {
  readonly amount: number;
  readonly region: 'EU' | 'CH' | 'US' | null;
}

/** Total. Generated from order.dmn: change the file, then run `baton compile`. */
export function total({ amount, region: region2 }: TotalInput): number {
  given('total', 'number', { amount });
  const termsResult = terms({ amount, region: region2 });
  const fee = termsResult.fee;
  const net = amount + fee;
  const tax = salesTax(net);
  return amount + fee + tax;
}

/** "Sales tax", which decisions call. */
function salesTax(net: number): number {
  given('Sales tax', 'number', { net });
  return net * 0.2;
}
