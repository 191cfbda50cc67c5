/** What a form gives when it is filled in: the outputs of its fields, free of the formats of engines. */
export interface Form {
  readonly fields: readonly FormField[];
  /** What cannot be checked, for people: `"amount": validator "x"`. */
  readonly unchecked: readonly string[];
}

export interface FormField {
  readonly key: string;
  readonly label?: string;
  readonly required: boolean;
  readonly type: FieldType;
  /** What counts where it was left out and is not required. */
  readonly default?: Scalar;
}

export type FieldType =
  | {
      readonly kind: 'text';
      readonly minLength?: number;
      readonly maxLength?: number;
      readonly pattern?: string;
      readonly format?: 'email';
    }
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly integer?: true }
  | { readonly kind: 'boolean' }
  /** One of several values; without a list whatever the form offers when it is shown. */
  | { readonly kind: 'choice'; readonly values?: readonly Scalar[] }
  | { readonly kind: 'choices'; readonly values?: readonly Scalar[] }
  | { readonly kind: 'date' | 'time' | 'dateTime' }
  | { readonly kind: 'object' | 'list'; readonly fields: readonly FormField[] }
  | { readonly kind: 'any' };

export type Scalar = string | number | boolean;

/** Fields with dots in their keys (`customer.name`) are in objects. */
export function nested(fields: readonly FormField[]): readonly FormField[] {
  const names = [...new Set(fields.map(({ key }) => key.split('.')[0] ?? key))];
  return names.map((name) => {
    const own = fields.filter(({ key }) => key === name);
    const inner = fields
      .filter(({ key }) => key.startsWith(`${name}.`))
      .map((field) => ({ ...field, key: field.key.slice(name.length + 1) }));
    const objects = own.flatMap(({ type }) => (type.kind === 'object' ? type.fields : []));
    const [last] = own.slice(-1);
    if (inner.length === 0 && objects.length === 0 && last) return last;
    const all = nested([...objects, ...inner]);
    return {
      key: name,
      required: all.some(({ required }) => required),
      type: { kind: 'object', fields: all },
    };
  });
}
