import type { Redaction } from '../shared/redaction';
import { secret } from '../../../settings/settings';

/** `{{secrets.NAME}}`, and `secrets.NAME` as older diagrams have it. */
const PLACEHOLDER = /\{\{\s*secrets\.([\w-]+)\s*\}\}|\bsecrets\.([\w-]+)/g;

/**
 * Puts secrets into all texts of a value. Only those that the diagram itself names: a text that comes from outside must
 * not fetch others.
 */
export function withSecrets(value: unknown, allowed: readonly string[], redaction: Redaction): unknown {
  const fill = (text: string) =>
    text.replace(PLACEHOLDER, (placeholder, braced?: string, bare?: string) => {
      const name = braced ?? bare ?? '';
      return allowed.includes(name) ? redaction.reveal(secret(name)) : placeholder;
    });
  const inside = (part: unknown): unknown => {
    if (typeof part === 'string') return fill(part);
    if (Array.isArray(part)) return part.map(inside);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, inside(item)]));
  };
  return inside(value);
}
