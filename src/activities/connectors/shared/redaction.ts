import { Setting, type Configured } from '../../../settings/settings';

/** Shorter texts are found everywhere, and would make messages unreadable. */
const SHORTEST = 4;

/** The secrets that one call has used, so that they can be struck out of what it says. */
export class Redaction {
  readonly #secrets = new Map<string, string>();

  /** The value of `setting`, which is kept in mind if it is a secret. */
  reveal(setting: Configured): string {
    if (typeof setting === 'string') return setting;
    const value = Setting.read(setting);
    if (setting.isSecret) this.hide(value, setting.toString());
    return value;
  }

  /** Keeps a text in mind that was made of a secret, or that a service gave as one. */
  hide(value: string, shown: string): void {
    for (const form of [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]) {
      if (form.length >= SHORTEST) this.#secrets.set(form, shown);
    }
  }

  /** `text` with the names of secrets in place of the secrets. */
  redact(text: string): string {
    // The longest first: one secret may be part of another's form.
    const forms = [...this.#secrets].sort(([a], [b]) => b.length - a.length);
    return forms.reduce((rest, [form, shown]) => rest.replaceAll(form, shown), text);
  }

  /** The same for all texts in a JSON value, also for the names of fields. */
  redactAll(value: unknown): unknown {
    if (typeof value === 'string') return this.redact(value);
    if (Array.isArray(value)) return value.map((item) => this.redactAll(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [this.redact(name), this.redactAll(item)]),
    );
  }
}
