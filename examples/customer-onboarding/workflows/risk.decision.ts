import { atLeast, below, decide, is, oneOf, rule } from 'batonflow/decision';

/** What "Country risk" decides by. */
export interface CountryRiskInput {
  readonly country: string | null;
}

/** Country risk. Generated from risk.dmn: change the file, then run `baton compile`. */
export function countryRisk({ country }: CountryRiskInput): 'known' | 'watched' | 'embargoed' | null {
  return decide(
    {
      decision: 'countryRisk',
      hitPolicy: 'FIRST',
      inputs: { country },
      outputs: ['known', 'watched', 'embargoed'],
    },
    [
      rule({ country: oneOf('IR', 'KP') }, 'embargoed'),
      rule({ country: oneOf('AT', 'CH', 'DE', 'ES', 'FR', 'IE', 'IT', 'NL') }, 'known'),
      // Everywhere else somebody has a look
      rule({}, 'watched'),
    ],
  );
}

/** What "Risk class" decides by. */
export interface RiskClassInput {
  readonly politicallyExposed: boolean | null;
  readonly monthlyVolume: number | null;
  readonly country: string | null;
}

/** Risk class. Generated from risk.dmn: change the file, then run `baton compile`. */
export function riskClass({
  politicallyExposed,
  monthlyVolume,
  country,
}: RiskClassInput): 'low' | 'medium' | 'high' {
  const countryRiskResult = countryRisk({ country });
  return decide(
    {
      decision: 'riskClass',
      hitPolicy: 'FIRST',
      inputs: { countryRisk: countryRiskResult, politicallyExposed, monthlyVolume },
      outputs: ['low', 'medium', 'high'],
      otherwise: 'medium',
    },
    [
      // The law leaves no choice
      rule({ countryRisk: is('embargoed') }, 'high'),
      // Politically exposed, and more than a private fortune
      rule(
        { countryRisk: is('watched'), politicallyExposed: is(true), monthlyVolume: atLeast(50000) },
        'high',
      ),
      rule({ countryRisk: is('known'), politicallyExposed: is(false), monthlyVolume: below(20000) }, 'low'),
    ],
  );
}
