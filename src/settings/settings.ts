import { ApplicationFailure } from '@temporalio/common';
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';

/**
 * A text from the environment that is read when it is used, not when it is named: modules of activities can be loaded
 * where the environment lacks it, and a file that was exchanged is read anew. Made by `env` and `secret`.
 */
export class Setting {
  readonly #read: () => string;

  constructor(
    readonly name: string,
    /** A secret shows its name only, however it is printed. */
    readonly isSecret: boolean,
    read: () => string,
  ) {
    this.#read = read;
  }

  /** The text itself. */
  static read(setting: Setting): string {
    return setting.#read();
  }

  toString(): string {
    return this.isSecret ? `[secret ${this.name}]` : this.#read();
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return this.isSecret ? this.toString() : `[env ${this.name}]`;
  }
}

/** A text, or where to find it. */
export type Configured = string | Setting;

/**
 * A setting from the environment, read at each use. A missing one fails the activity with `SettingMissing`, which is
 * retried: the next worker may have it.
 *
 * @param fallback used when the variable is not set, or empty
 * @example
 * const payments = http({ baseUrl: env('PAYMENT_URL') });
 */
export function env(name: string, fallback?: string): Setting {
  return new Setting(name, false, () => process.env[name] || (fallback ?? missing(name, [name])));
}

/**
 * A secret: environment variable `name`, or the content of the file that `<name>_FILE` names (as Docker and Kubernetes
 * mount secrets; a line break at its end is dropped). It prints as `[secret <name>]` in texts, logs and JSON; connectors
 * take the value out when they use it, and strike it out of the messages of their failures.
 *
 * A missing one fails the activity with `SettingMissing`, which is retried; a webhook answers 500 then.
 *
 * @example
 * const payments = http({ baseUrl: env('PAYMENT_URL'), auth: { bearer: secret('PAYMENT_TOKEN') } });
 */
export function secret(name: string): Setting {
  return new Setting(name, true, () => {
    const file = process.env[`${name}_FILE`];
    return process.env[name] || (file ? contentOf(file, name) : missing(name, [name, `${name}_FILE`]));
  });
}

/**
 * The value of a setting, to hand to a library of your own.
 *
 * @example
 * const s3 = new S3Client({ credentials: { secretAccessKey: reveal(secret('S3_KEY')), … } });
 */
export function reveal(value: Configured): string {
  return typeof value === 'string' ? value : Setting.read(value);
}

function contentOf(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw settingMissing(`${name}_FILE names a file that cannot be read: ${reason}`);
  }
}

function missing(name: string, variables: readonly string[]): never {
  throw settingMissing(
    `The setting ${name} is missing: set ${variables.join(' or ')} in the environment of this program.`,
  );
}

function settingMissing(message: string): ApplicationFailure {
  return ApplicationFailure.create({ type: 'SettingMissing', message });
}
