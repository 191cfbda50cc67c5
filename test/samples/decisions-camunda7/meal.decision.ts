import { above, between, decide, decideAll, is, not, oneOf, rule } from 'batonflow/decision';
import { feel, unaryTest } from 'batonflow/feel';
import { evaluate, sizeOf } from 'batonflow/workflow';

/** What "Season" decides by. */
export interface SeasonInput {
  readonly month: number | null;
}

/** Season. Generated from meal.dmn: change the file, then run `baton compile`. */
export function season({ month }: SeasonInput): 'Spring' | 'Summer' | 'Fall' | 'Winter' | null {
  return decide({ decision: 'season', hitPolicy: 'UNIQUE', inputs: { month } }, [
    rule({ month: between(3, 5) }, 'Spring'),
    rule({ month: between(6, 8) }, 'Summer'),
    rule({ month: between(9, 11) }, 'Fall'),
    // The year's ends
    rule(
      { month: (value) => unaryTest('theMonth > 11 or theMonth < 3', { theMonth: value })(value) },
      'Winter',
    ),
  ]);
}

/** What "Meal" decides by. */
export interface MealInput {
  readonly guests: unknown;
  readonly chef: unknown;
  readonly month: number | null;
}

export interface MealResult {
  readonly dish: 'Roast' | 'Stew' | 'Salad';
  readonly cook: unknown;
}

/** Meal. Generated from meal.dmn: change the file, then run `baton compile`. */
export function meal({ guests, chef, month }: MealInput): MealResult | null {
  const seasonResult = season({ month });
  return decide(
    {
      decision: 'meal',
      hitPolicy: 'PRIORITY',
      inputs: {
        season: seasonResult,
        howManyGuests: evaluate('meal, input How many guests', { guests }, ({ guests }) => sizeOf(guests)),
      },
      outputs: { dish: ['Roast', 'Stew', 'Salad'] },
    },
    [
      rule({ season: oneOf('Summer', 'Spring') }, { dish: 'Salad', cook: 'Ann' }),
      rule({ howManyGuests: above(2) }, { dish: 'Roast', cook: () => chef }),
      rule({ season: not(is('Summer')) }, { dish: 'Stew', cook: 'Bob' }),
    ],
  );
}

/** What "Drinks" decides by. */
export interface DrinksInput {
  readonly children: boolean | null;
}

/** Drinks. Generated from meal.dmn: change the file, then run `baton compile`. */
export function drinks({ children }: DrinksInput): ('Juice' | 'Water')[] {
  return decideAll({ decision: 'drinks', hitPolicy: 'RULE ORDER', inputs: { children } }, [
    rule({ children: is(true) }, 'Juice'),
    rule({}, 'Water'),
  ]);
}

/** What "Places" decides by. */
export interface PlacesInput {
  readonly guests: unknown;
}

/** Places. Generated from meal.dmn: change the file, then run `baton compile`. */
export function places({ guests }: PlacesInput): number | null {
  return feel('places', 'count(guests) + 1', { guests });
}
