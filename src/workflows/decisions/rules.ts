import type { Test } from './tests';

/** A value, or a function for one that has to be computed. */
export type Computed<T> = T | (() => T);

/** What a rule puts out: a value, or an object of several outputs, of which each may be computed. */
export type Outputs<Out> = Computed<Out> | { readonly [Name in keyof Out]: Computed<Out[Name]> };

/** A test for each column that the rule looks at; the others may have any value. */
export type Tests<In> = { readonly [Column in keyof In]?: Test<NonNullable<In[Column]>> };

export interface Rule<In, Out> {
  readonly when: Tests<In>;
  readonly then: Outputs<Out>;
}

/**
 * One row of a decision table. Its types are those of the table around it.
 *
 * @param when - tests by column; `{}` always applies.
 * @param then - the output, or an object of them; as a function where it has to be computed, which is done only if the
 * rule's output is needed.
 * @example
 * rule({ amount: below(1000), region: oneOf('EU', 'CH') }, 'green')
 */
export function rule<In, Out>(when: NoInfer<Tests<In>>, then: NoInfer<Outputs<Out>>): Rule<In, Out> {
  return { when, then };
}
