import { atLeast, decide, rule } from 'batonflow/decision';

/** What "Severity" decides by. */
export interface SeverityInput {
  readonly errorRate: number | null;
  readonly customers: number | null;
}

export interface SeverityResult {
  readonly level: 'P1' | 'P2' | 'P3' | 'P4';
  readonly patience: 'PT5M' | 'PT15M' | 'PT1H' | 'PT24H';
}

/** Severity. Generated from severity.dmn: change the file, then run `baton compile`. */
export function severity({ errorRate, customers }: SeverityInput): SeverityResult {
  return decide(
    {
      decision: 'severity',
      hitPolicy: 'FIRST',
      inputs: { errorRate, customers },
      outputs: { level: ['P1', 'P2', 'P3', 'P4'] },
      otherwise: { level: 'P4', patience: 'PT24H' },
    },
    [
      // Nearly nothing works, whoever it is for
      rule({ errorRate: atLeast(0.5) }, { level: 'P1', patience: 'PT5M' }),
      rule({ errorRate: atLeast(0.05), customers: atLeast(1000) }, { level: 'P1', patience: 'PT5M' }),
      rule({ errorRate: atLeast(0.05), customers: atLeast(100) }, { level: 'P2', patience: 'PT15M' }),
      rule({ errorRate: atLeast(0.01) }, { level: 'P3', patience: 'PT1H' }),
    ],
  );
}
