import { aggregate, atMost, decide, either, is, rule } from 'batonflow/decision';
import { feel } from 'batonflow/feel';

/** What "Parcel size" decides by. */
export interface ParcelSizeInput {
  readonly weight: number | null;
}

export interface ParcelSizeResult {
  readonly size: 'S' | 'L';
  readonly express: boolean;
}

/** Parcel size. Generated from parcel.dmn: change the file, then run `baton compile`. */
export function parcelSize({ weight }: ParcelSizeInput): ParcelSizeResult | null {
  return decide({ decision: 'parcelSize', hitPolicy: 'FIRST', inputs: { weight } }, [
    rule({ weight: atMost(2) }, { size: 'S', express: true }),
    rule({ weight: either(atMost(10), is(null)) }, { size: 'L', express: false }),
  ]);
}

/** What "Postage" decides by. */
export interface PostageInput {
  readonly size: string | null;
  readonly express: boolean | null;
  readonly weight: unknown;
}

/** Postage. Generated from parcel.dmn: change the file, then run `baton compile`. */
export function postage({ size, express, weight }: PostageInput): number | null {
  return aggregate({ decision: 'postage', aggregation: 'SUM', inputs: { size, express } }, [
    rule({}, 4.5),
    rule({ size: is('L') }, 3),
    rule({ express: is(true) }, () => feel('postage', 'weight * 2', { weight })),
  ]);
}
