/** Where a value stands in the model of a process. */
export interface Place {
  /** The property that holds it, also as an item of a list. */
  readonly key: string;
  /** Id of the element or flow around it. */
  readonly element: string;
}

/**
 * Goes through a part of the model.
 *
 * @param see - told of each value; where it gives false, nothing inside is looked at
 */
export function eachValue(
  value: unknown,
  see: (value: unknown, place: Place) => boolean,
  place: Place = { key: '', element: '' },
): void {
  if (!see(value, place)) return;
  if (Array.isArray(value)) for (const item of value) eachValue(item, see, place);
  else if (typeof value === 'object' && value !== null) {
    const { id: element = place.element } = value as { readonly id?: string };
    for (const [key, inner] of Object.entries(value)) eachValue(inner, see, { key, element });
  }
}
