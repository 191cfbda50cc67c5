import { type Code, type Parameters, catalogue, documentationUrl } from './catalogue';
import type { Entry } from './catalogue/entry';
import type { Diagnostic, Position, RelatedElement, Severity } from './diagnostic';
import { frame } from './frame';
import type { Source } from './source';

/** What a problem is about: an element, a place in the file, both, or (for the file as a whole) neither. */
export interface Where {
  readonly element?: string | undefined;
  readonly position?: Position | undefined;
}

export interface Extras {
  /** Put before the catalogue's own advice: `Did you mean …?` Asked for only if the problem is kept. */
  readonly hint?: () => string | undefined;
  readonly related?: readonly RelatedElement[];
}

/** Takes problems as they are found; `diagnostics` gives them sorted, each one once. */
export interface Reporter {
  report<C extends Code>(code: C, where: Where, parameters: Parameters<C>, extras?: Extras): void;
  /** Whether an error (not just a warning) was reported. */
  readonly failed: boolean;
  /** Sorted by place, then code. Beyond `MAX_DIAGNOSTICS` a last one says how many were left out. */
  diagnostics(): readonly Diagnostic[];
}

/** Names and values of a diagram can be of any length; nobody reads more than this of one. */
const MAX_PARAMETER = 200;

/** A file can be broken in every line; nobody reads more errors, or warnings, than this. */
export const MAX_DIAGNOSTICS = 1000;

/** With `strict`, problems whose severity in the catalogue is `strict` are errors, else they are warnings. */
export function createReporter(source: Source, options: { readonly strict: boolean }): Reporter {
  const found = new Map<string, Diagnostic>();
  const kept = { error: 0, warning: 0 };
  let leftOut = 0;

  const severityOf = (code: Code): Severity => {
    const { severity }: Entry = catalogue[code];
    if (severity === 'strict') return options.strict ? 'error' : 'warning';
    return severity;
  };

  const make = <C extends Code>(
    code: C,
    where: Where,
    parameters: Parameters<C>,
    extras: Extras,
  ): Diagnostic => ({
    code,
    severity: severityOf(code),
    message: fill(catalogue[code].message, parameters),
    hint: [extras.hint?.(), fill(catalogue[code].fix, parameters)].filter(Boolean).join(' '),
    ...(where.element !== undefined && { element: where.element }),
    file: source.file,
    ...(where.position && { position: where.position }),
    ...(extras.related?.length && { related: Object.freeze(extras.related) }),
    url: documentationUrl(code),
  });

  return {
    report(code, where, parameters, extras = {}) {
      const message = fill(catalogue[code].message, parameters);
      const key = `${code} ${where.position?.offset} ${where.element} ${message}`;
      if (found.has(key)) return;
      const severity = severityOf(code);
      if (kept[severity] >= MAX_DIAGNOSTICS) {
        leftOut += 1;
        return;
      }
      kept[severity] += 1;
      found.set(key, make(code, where, parameters, extras));
    },
    get failed() {
      return kept.error > 0;
    },
    diagnostics() {
      const sorted = [...found.values()]
        .sort(byPlace)
        .map((diagnostic) =>
          Object.freeze(
            diagnostic.position ? { ...diagnostic, frame: frame(source, diagnostic.position) } : diagnostic,
          ),
        );
      if (leftOut > 0) sorted.push(Object.freeze(make('too-many-problems', {}, { count: leftOut }, {})));
      return Object.freeze(sorted);
    },
  };
}

function fill(template: string, parameters: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const text = String(parameters[name] ?? placeholder);
    return text.length > MAX_PARAMETER ? `${text.slice(0, MAX_PARAMETER)}…` : text;
  });
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    (a.position?.offset ?? -1) - (b.position?.offset ?? -1) ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
