import { nested, type FieldType, type Form, type FormField, type Scalar } from './form';

/** A component of a form of Camunda's (form-js). Nothing of it is certain: people write such files as well. */
interface Component {
  readonly type?: unknown;
  readonly key?: unknown;
  readonly path?: unknown;
  readonly label?: unknown;
  readonly dateLabel?: unknown;
  readonly timeLabel?: unknown;
  readonly subtype?: unknown;
  readonly disabled?: unknown;
  readonly conditional?: unknown;
  readonly decimalDigits?: unknown;
  readonly serializeToString?: unknown;
  readonly values?: unknown;
  readonly components?: unknown;
  readonly validate?: Readonly<Record<string, unknown>>;
}

/**
 * The outputs of a form of Camunda's as JSON.
 *
 * @returns why it is none, as a text
 */
export function readCamundaForm(text: string): Form | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return `it is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  const components = componentsIn(json);
  if (!components) return 'it has no components';
  const unchecked: string[] = [];
  return { fields: nested(fieldsOf(components, unchecked)), unchecked };
}

/** The id in a file of a form, by which diagrams name it. */
export function formIdIn(text: string): string | undefined {
  try {
    const { id } = JSON.parse(text) as { id?: unknown };
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}

function componentsIn(owner: unknown): readonly Component[] | undefined {
  const { components } = (owner ?? {}) as Component;
  return Array.isArray(components)
    ? components.filter((one): one is Component => typeof one === 'object' && one !== null)
    : undefined;
}

function fieldsOf(components: readonly Component[], unchecked: string[]): FormField[] {
  return components.flatMap((component): FormField[] => {
    if (component.disabled === true) return []; // it is shown, and not sent
    if (component.type === 'group' || component.type === 'dynamiclist')
      return container(component, unchecked);
    const key = textOf(component.key);
    const type = key === undefined ? undefined : typeOf(component, key, unchecked);
    return key === undefined || type === undefined ? [] : [field(key, component, type)];
  });
}

/** A group is only layout, unless it has a path; a dynamic list gives a list of objects. */
function container(component: Component, unchecked: string[]): FormField[] {
  const fields = fieldsOf(componentsIn(component) ?? [], unchecked).map((one) =>
    isHidden(component) ? { ...one, required: false } : one,
  );
  const path = textOf(component.path);
  if (path === undefined) return fields;
  const kind = component.type === 'group' ? 'object' : 'list';
  const required = kind === 'object' && fields.some((one) => one.required);
  return [{ key: path, required, type: { kind, fields: nested(fields) } }];
}

function field(key: string, component: Component, type: FieldType): FormField {
  const { label, dateLabel, timeLabel, validate } = component;
  const text = [label, dateLabel, timeLabel].map(textOf).find((one) => one !== undefined);
  // What is hidden by a condition is not sent.
  const required = validate?.['required'] === true && !isHidden(component);
  return { key, required, type, ...(text !== undefined && !text.startsWith('=') && { label: text }) };
}

/** Undefined for what only shows something. */
function typeOf(component: Component, key: string, unchecked: string[]): FieldType | undefined {
  switch (component.type) {
    case 'textfield':
    case 'textarea':
      return textType(component, key, unchecked);
    case 'number':
      return numberType(component, key, unchecked);
    case 'checkbox':
      return { kind: 'boolean' };
    case 'radio':
    case 'select':
      return { kind: 'choice', ...valuesOf(component) };
    case 'checklist':
    case 'taglist':
      return { kind: 'choices', ...valuesOf(component) };
    case 'datetime':
      return { kind: dateKind(component.subtype) };
    case 'text':
    case 'html':
    case 'image':
    case 'button':
    case 'separator':
    case 'spacer':
    case 'table':
    case 'iframe':
    case 'documentPreview':
      return undefined;
    default:
      return { kind: 'any' };
  }
}

function textType({ validate = {} }: Component, key: string, unchecked: string[]): FieldType {
  const { validationType, pattern } = validate;
  const isEmail = validationType === 'email';
  if (validationType === 'phone') unchecked.push(`"${key}": phone number`);
  return {
    kind: 'text',
    ...limits(validate, { minLength: 'minLength', maxLength: 'maxLength' }, key, unchecked),
    ...(isEmail && { format: 'email' as const }),
    ...patternOf(isEmail ? undefined : pattern, key, unchecked),
  };
}

function numberType(component: Component, key: string, unchecked: string[]): FieldType {
  const { validate = {}, decimalDigits, serializeToString } = component;
  if (serializeToString === true) return { kind: 'text', pattern: '^-?\\d+(\\.\\d+)?$' };
  const range = limits(validate, { min: 'min', max: 'max' }, key, unchecked);
  return { kind: 'number', ...range, ...(decimalDigits === 0 && { integer: true as const }) };
}

/** A pattern that JavaScript reads; what it does not is said to be left unchecked. */
function patternOf(pattern: unknown, key: string, unchecked: string[]): { readonly pattern?: string } {
  if (typeof pattern !== 'string' || pattern === '') return {};
  try {
    return { pattern: new RegExp(pattern).source };
  } catch {
    unchecked.push(`"${key}": pattern ${pattern}`);
    return {};
  }
}

/** Limits may be expressions, of which nothing is known here. */
function limits<Name extends string>(
  validate: Readonly<Record<string, unknown>>,
  names: Readonly<Record<Name, string>>,
  key: string,
  unchecked: string[],
): Readonly<Partial<Record<Name, number>>> {
  const found = (Object.entries(names) as [Name, string][]).flatMap(([name, written]): [Name, number][] => {
    const value = validate[written];
    if (value === undefined || value === null || value === '') return [];
    const limit = Number(value);
    if (Number.isFinite(limit)) return [[name, limit]];
    unchecked.push(`"${key}": ${written} ${JSON.stringify(value)}`);
    return [];
  });
  return Object.fromEntries(found) as Readonly<Partial<Record<Name, number>>>;
}

function valuesOf({ values }: Component): { readonly values?: readonly Scalar[] } {
  if (!Array.isArray(values)) return {};
  const all = values.map((one: unknown) => (one as { value?: unknown } | null)?.value);
  return all.length > 0 && all.every(isScalar) ? { values: [...new Set(all)] } : {};
}

function dateKind(subtype: unknown): 'date' | 'time' | 'dateTime' {
  if (subtype === 'time') return 'time';
  return subtype === 'datetime' ? 'dateTime' : 'date';
}

function isHidden({ conditional }: Component): boolean {
  return typeof conditional === 'object' && conditional !== null;
}

function isScalar(value: unknown): value is Scalar {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
