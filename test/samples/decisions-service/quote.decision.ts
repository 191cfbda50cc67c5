import { below, decide, given, is, rule } from 'batonflow/decision';

/** What "Risk class" decides by. */
export interface RiskClassInput {
  readonly amount: number | null;
  readonly region: string | null;
}

/** Risk class. Generated from quote.dmn: change the file, then run `baton compile`. */
export function riskClass({ amount, region }: RiskClassInput): 'low' | 'high' {
  return decide(
    { decision: 'riskClass', hitPolicy: 'FIRST', inputs: { amount, region }, otherwise: 'high' },
    [rule({ amount: below(1000), region: is('EU') }, 'low')],
  );
}

/** What "Fee" decides by. */
export interface FeeInput {
  readonly amount: number;
  readonly region: string | null;
}

/**
 * Fee. Generated from quote.dmn: change the file, then run `baton compile`.
 *
 * The result of "Risk class" can be given along where it is known; else it is decided here.
 */
export function fee({ amount, region }: FeeInput, { risk = riskClass({ amount, region }) } = {}): number {
  given('fee', 'number', { amount });
  return risk === 'high' ? amount * 0.1 : 0;
}

/** What "Discount" decides by. */
export interface DiscountInput {
  readonly amount: number | null;
  readonly region: string | null;
}

/**
 * Discount. Generated from quote.dmn: change the file, then run `baton compile`.
 *
 * The result of "Risk class" can be given along where it is known; else it is decided here.
 */
export function discount(
  { amount, region }: DiscountInput,
  { risk = riskClass({ amount, region }) } = {},
): number {
  return decide({ decision: 'discount', hitPolicy: 'UNIQUE', inputs: { risk }, otherwise: 0 }, [
    rule({ risk: is('low') }, 20),
  ]);
}

/** What "Total" decides by. */
export interface TotalInput {
  readonly amount: number;
  readonly region: string | null;
}

/**
 * Total. Generated from quote.dmn: change the file, then run `baton compile`.
 *
 * The result of "Risk class" can be given along where it is known; else it is decided here.
 */
export function total({ amount, region }: TotalInput, { risk = riskClass({ amount, region }) } = {}): number {
  given('total', 'number', { amount });
  const feeResult = fee({ amount, region }, { risk });
  const discountResult = discount({ amount, region }, { risk });
  return amount + feeResult - discountResult;
}

/** What "Quote" decides by. */
export interface QuoteInput {
  readonly amount: number;
  readonly region: string | null;
}

export interface QuoteResult {
  readonly risk: 'low' | 'high';
  readonly total: number;
}

/**
 * Quote. Generated from quote.dmn: change the file, then run `baton compile`.
 *
 * What the customer is told.
 */
export function quote({ amount, region }: QuoteInput): QuoteResult {
  const risk = riskClass({ amount, region });
  const totalResult = total({ amount, region }, { risk });
  return { risk, total: totalResult };
}
