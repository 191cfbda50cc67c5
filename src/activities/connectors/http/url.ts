import type { Redaction } from '../shared/redaction';
import { badRequest } from './failures';
import type { HttpCall, HttpConfig } from './types';

const PLACEHOLDER = /\{([^{}]+)\}/g;

/**
 * The address of a call. A path is added to the base URL. A whole URL, as services give them for the next page, must have
 * the base URL's origin: the client's credentials go with it.
 */
export function addressOf(config: HttpConfig, path: string, call: HttpCall, redaction: Redaction): URL {
  const base = config.baseUrl === undefined ? undefined : redaction.reveal(config.baseUrl);
  const filled = path.replace(PLACEHOLDER, (_, name: string) => {
    const value = call.params?.[name];
    if (value === undefined) throw refused(path, `the path has no value for {${name}}`);
    // As segments of a path these mean the folder and the one above, also when they are encoded.
    if (/^\.{1,2}$/.test(String(value))) throw refused(path, `'${value}' cannot be the value of {${name}}`);
    return encodeURIComponent(value);
  });
  const isWhole = /^[a-z][a-z0-9+.-]*:/i.test(filled);
  if (!isWhole && base === undefined) throw refused(path, 'a client without a baseUrl needs whole URLs');
  const url = parse(isWhole || base === undefined ? filled : join(base, filled), redaction);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refused(shown(url), 'only http: and https: are called');
  }
  if (url.username || url.password) {
    throw refused(shown(url), 'user and password belong into `auth`, not into the address');
  }
  if (isWhole && base !== undefined && url.origin !== parse(base, redaction).origin) {
    throw refused(shown(url), 'it has another origin than the baseUrl, whose credentials would go with it');
  }
  for (const [name, value] of Object.entries(call.query ?? {})) {
    for (const item of [value ?? []].flat()) url.searchParams.append(name, String(item));
  }
  return url;
}

/** Without what may be secret: user, password, the values of the query. */
export function shown(url: URL): string {
  const names = [...new Set(url.searchParams.keys())];
  const query = names.length > 0 ? `?${names.map((name) => `${name}=…`).join('&')}` : '';
  return `${url.origin}${url.pathname}${query}`;
}

function join(base: string, path: string): string {
  if (path === '' || path.startsWith('?')) return `${base}${path}`;
  return `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}

function parse(text: string, redaction: Redaction): URL {
  if (URL.canParse(text)) return new URL(text);
  throw refused(redaction.redact(text), 'this is no URL');
}

function refused(url: string, reason: string): Error {
  return badRequest(`${url}: ${reason}`, { method: '', url });
}
